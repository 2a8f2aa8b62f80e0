#!/usr/bin/env bash
# The guide "Gestion des utilisateurs pour les revendeurs partenaires" of Finstral, step by step, in its own words.
# What it needs is said in ../walk.bash; `.ci/with-empty examples/finstral/walk.sh` brings it along.
set -euo pipefail
cd "$(dirname "$0")"
. ../walk.bash
org=organizations/fenetres
members=$org/members

say 'Avant le guide : le catalogue et les réglages de Finstral, un revendeur partenaire (Fenêtres, que Rosa représente), ses' \
    'applications Cloud et son équipe.'
catalog grantor.toml
ask operator UserService/RegisterUser '{"userId": "rosa", "organizationId": "fenetres", "organizationDisplayName": "Fenêtres & Cie", "emailConfirmed": true,
    "user": {"givenName": "Rosa", "familyName": "Weiss", "email": "rosa@fenetres.example", "login": "rweiss", "locale": "fr"}}' | grep -E '^\$|"name"'
for product in configurator orders documents contacts; do
    ask operator ProductService/CreateProduct '{"parent": "'$org'", "productId": "'$product'",
    "product": {"productType": "productTypes/'$product'", "displayName": "'${product^}'"}}' | grep -E '^\$|"name"'
done
say '(Anna est désignée comme « admin » ; Theo configure et voit les contacts ; Max n’a encore rien.)'
for person in anna:ROLE_ADMINISTRATOR theo:ROLE_COLLABORATOR max:ROLE_COLLABORATOR; do
    id=${person%:*}
    ask rosa InvitationService/CreateInvitation '{"parent": "'$org'", "invitationId": "'"$id"'",
    "invitation": {"email": "'"$id"'@fenetres.example", "role": "'"${person#*:}"'"}}' | grep -E '^\$|"state"'
    token=$(mailed "$id@fenetres.example")
    ask operator InvitationService/AcceptInvitation '{"token": "'"$token"'", "newUser": {"userId": "'"$id"'", "givenName": "'"${id^}"'", "familyName": "Berger", "login": "'"$id"'", "position": "Vente"}}' |
        grep -E '^\$|"(role|state)"|AREA_'
done
ask rosa GrantService/CreateGrant '{"parent": "'$org'", "grantId": "theo-configures", "grant": {"subject": "'$members'/theo",
    "scope": {"listed": {"entries": [{"product": "'$org'/products/configurator"}]}}, "rights": {"names": ["configurator/use"]}}}' | grep -E '^\$|"name"'
ask operator ServiceAccountService/CreateServiceAccount '{"serviceAccountId": "backend", "serviceAccount": {"displayName": "Espace administration",
    "scopes": [{"scope": "type.contacts.write", "allOrganizations": {}}]}}'
backend=$(call operator ServiceAccountService/CreateKey '{"parent": "serviceAccounts/backend"}' | sed -nE 's/.*"secret": "([^"]+)".*/\1/p')
KEY=$backend ask operator GrantService/CreateGrant '{"parent": "'$org'", "grantId": "theo-contacts", "grant": {"subject": "'$members'/theo",
    "scope": {"listed": {"entries": [{"product": "'$org'/products/contacts"}]}}, "rights": {"names": ["contacts/read"]}}}' | grep -E '^\$|"name"'
ask operator OrganizationService/SetChangePolicy '{"name": "'$org'", "changePolicy": "CHANGE_POLICY_BY_REQUEST"}' | grep -E '^\$|"changePolicy"'

say 'Dans la gestion des utilisateurs, le collaborateur du partenaire distributeur désigné comme « admin » peut visualiser les' \
    'rôles/droits de son équipe pour les applications Cloud et demander une modification ou une désactivation d’un utilisateur' \
    'pour le Cloud.'
refused anna MemberService/DeactivateMember '{"name": "'$members'/theo"}'
refused theo MemberService/ListMembers '{"parent": "'$org'"}'
say 'Colonnes du tableau par utilisateur : Nom, E-mail, Login, Rôle, Applications Cloud.'
say 'Seuls les utilisateurs Cloud ayant accès à au moins une application Cloud sont affichés.'
ask anna MemberService/ListMembers '{"parent": "'$org'", "view": "MEMBER_VIEW_WITH_ACCESS"}'

say 'Demander un nouvel utilisateur - Procédure'
say 'Cliquez sur le profil Cloud > Gestion des utilisateurs. Cliquez sur « Créer un nouvel utilisateur ».'
say 'Saisissez le prénom/nom, l’adresse e-mail et la position du nouvel utilisateur. Complétez les droits et les applications Cloud' \
    'souhaités et éventuellement une note complémentaire.'
say 'Cliquez sur « Envoyer la demande ». Finstral traitera rapidement la demande.'
lea='"createUser": {"givenName": "Léa", "familyName": "Martin", "email": "lea@fenetres.example", "position": "Service", "locale": "fr", "role": {"role": "ROLE_COLLABORATOR"},
    "grants": [{"scope": {"listed": {"entries": [{"product": "'$org'/products/orders"}]}}, "rights": {"names": ["orders/order"]}}]}'
ask anna ChangeRequestService/CreateChangeRequest '{"parent": "'$org'", "changeRequestId": "lea", "changeRequest": {'"$lea"', "note": "Elle commence lundi."}}'
say 'Vous pouvez visualiser le ticket ouvert et son statut dans le profil Cloud > Mes tickets.'
ask anna ChangeRequestService/ListMyChangeRequests '{}' | grep -E '^\$|"(name|number|state)"'
say 'Après l’envoi de la demande, un ticket d’assistance est créé chez Finstral et traité dans les plus brefs délais.'
ask operator ChangeRequestService/ListChangeRequests '{"parent": "organizations/-", "states": ["CHANGE_REQUEST_STATE_OPEN"]}' | grep -E '^\$|"(name|state)"'
ask operator ChangeRequestService/StartChangeRequest '{"name": "'$org'/changeRequests/lea"}' | grep -E '^\$|"state"'
ask operator ChangeRequestService/ApplyChangeRequest '{"name": "'$org'/changeRequests/lea", "validateOnly": true}' | sed -n '/^\$/p; /"effect"/,$p'
ask operator ChangeRequestService/ApplyChangeRequest '{"name": "'$org'/changeRequests/lea"}' | grep -E '^\$|"(state|givenName|role)"'
ask anna ChangeRequestService/ListMyChangeRequests '{}' | grep -E '^\$|"(name|state)"'
ask anna MemberService/ListMembers '{"parent": "'$org'", "roles": ["ROLE_COLLABORATOR"], "view": "MEMBER_VIEW_WITH_ACCESS", "hasAccess": "productTypes/orders"}' | grep -E '^\$|"(givenName|email|position)"'

say 'Modifier les droits d’utilisateur - Procédure'
say 'Cliquez sur l’icône de filtre pour chaque application Cloud d’un utilisateur et demandez la modification des droits en cochant les' \
    'options souhaitées.'
ask anna CatalogService/GetProductType '{"name": "productTypes/configurator"}' | grep -E '^\$|"(id|displayName)"'
etag=$(call anna MemberService/GetMemberAccess '{"name": "'$members'/theo"}' | sed -nE 's/.*"etag": "([^"]+)".*/\1/p')
ask anna ChangeRequestService/CreateChangeRequest '{"parent": "'$org'", "changeRequestId": "theo", "changeRequest": {"changeMember": {"member": "'$members'/theo", "accessEtag": "'"$etag"'",
    "addGrants": [{"scope": {"listed": {"entries": [{"product": "'$org'/products/configurator"}]}}, "rights": {"names": ["configurator/see-sales-prices"]}}]}}}'
say 'Exception : les droits pour Contacts ne sont ici que visualisés car ils sont gérés dans un espace administration (backend)' \
    'spécifique.'
may theo read $org/products/contacts
refused anna ChangeRequestService/CreateChangeRequest '{"parent": "'$org'", "changeRequest": {"changeMember": {"member": "'$members'/theo", "accessEtag": "'"$etag"'",
    "addGrants": [{"scope": {"listed": {"entries": [{"product": "'$org'/products/contacts"}]}}, "rights": {"names": ["contacts/write"]}}]}}}'
say 'Cliquez sur « Envoyer la demande ». Finstral traitera rapidement la demande.'
may theo see-sales-prices $org/products/configurator
ask operator ChangeRequestService/ApplyChangeRequest '{"name": "'$org'/changeRequests/theo"}' | grep -E '^\$|"state"'
may theo see-sales-prices $org/products/configurator
say 'Vous pouvez visualiser le ticket ouvert et son statut dans le profil Cloud > Mes tickets.'
ask anna ChangeRequestService/GetChangeRequest '{"name": "'$org'/changeRequests/theo"}' | grep -E '^\$|"(name|number|state)"'

say 'Désactiver un utilisateur - Procédure'
say 'Cliquez sur le bouton vert (toggle) à l’extrémité droite d’un utilisateur.'
ask anna MemberService/GetMember '{"name": "'$members'/theo"}' | grep -E '^\$|"state"'
say 'Indiquez la raison de la désactivation de l’utilisateur et éventuellement une note pour Finstral.'
refused anna ChangeRequestService/CreateChangeRequest '{"parent": "'$org'", "changeRequest": {"deactivateMember": {"member": "'$members'/theo"}}}'
say 'Cliquez sur « Envoyer la demande ». Finstral traitera rapidement la demande.'
ask anna ChangeRequestService/CreateChangeRequest '{"parent": "'$org'", "changeRequestId": "theo-leaves", "changeRequest": {"deactivateMember": {"member": "'$members'/theo", "reason": "Il quitte l’entreprise."}, "note": "Dès vendredi."}}' |
    grep -E '^\$|"(number|state|reason|note)"'
may theo use $org/products/configurator
ask operator ChangeRequestService/ApplyChangeRequest '{"name": "'$org'/changeRequests/theo-leaves"}' | grep -E '^\$|"state"'
may theo use $org/products/configurator
say 'Vous pouvez visualiser le ticket ouvert et son statut dans le profil Cloud > Mes tickets.'
ask anna ChangeRequestService/ListMyChangeRequests '{}' | grep -E '^\$|"(name|state)"'
