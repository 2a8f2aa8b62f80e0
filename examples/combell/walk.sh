#!/usr/bin/env bash
# The guide "Utilisateurs et administrateurs" of Combell, step by step, in its own words.
# What it needs is said in ../walk.bash; `.ci/with-empty examples/combell/walk.sh` brings it along.
set -euo pipefail
cd "$(dirname "$0")"
. ../walk.bash
org=organizations/studio

say 'Avant le guide : le catalogue et les réglages de Combell, un revendeur (le Studio, qu’Ann représente), ses produits.'
catalog grantor.toml
ask operator UserService/RegisterUser '{"userId": "ann", "organizationId": "studio", "organizationDisplayName": "Studio Web", "emailConfirmed": true,
    "user": {"givenName": "Ann", "familyName": "Dupont", "email": "ann@studio.example", "locale": "fr"}}'
for product in domain:dupont-be domain:smith-be mailbox:info-dupont mailbox:info-smith hosting:site-smith; do
    id=${product#*:}
    ask operator ProductService/CreateProduct '{"parent": "'$org'", "productId": "'"$id"'",
    "product": {"productType": "productTypes/'"${product%:*}"'", "displayName": "'"$id"'"}}'
done

say 'Via votre panneau de contrôle, vous pouvez autoriser l’accès à des utilisateurs et administrateurs supplémentaires.'
ask ann OrganizationService/GetOrganization '{"name": "'$org'"}'

say 'Ajouter un administrateur'
say 'Il peut p. ex. s’agir de collègues ou d’employés.'
say 'Allez dans ‘Paramètres’ > ‘Utilisateurs’. Sélectionnez ‘Administrateurs’ dans le menu de gauche'
ask ann MemberService/ListMembers '{"parent": "'$org'", "roles": ["ROLE_ADMINISTRATOR"]}'
say 'Cliquez sur ‘+ Ajouter’. Saisissez les informations relatives à votre administrateur et cliquez sur « Créer un administrateur ».'
say '(Ce qui se passerait, avant de le faire.)'
ask ann InvitationService/CreateInvitation '{"parent": "'$org'", "validateOnly": true,
    "invitation": {"email": "marc@studio.example", "role": "ROLE_ADMINISTRATOR"}}'
say 'Ajouter et inviter un administrateur'
ask ann InvitationService/CreateInvitation '{"parent": "'$org'", "invitationId": "marc",
    "invitation": {"email": "marc@studio.example", "role": "ROLE_ADMINISTRATOR"}}'
token=$(mailed marc@studio.example)
ask operator InvitationService/ViewInvitation '{"token": "'"$token"'"}'
ask operator InvitationService/AcceptInvitation '{"token": "'"$token"'", "newUser": {"userId": "marc", "givenName": "Marc", "familyName": "Leroy"}}'

say 'Définir les droits de votre administrateur'
say 'Après avoir créé votre nouvel administrateur, vous devez lui donner accès à certaines tâches et/ou certains produits.'
for right in manage_finances manage_security manage_users manage_products; do
    may marc $right $org
done
may marc manage $org/products/site-smith
may marc contact_support $org/products/site-smith

say 'Vous avez la possibilité d’accorder ou de supprimer certains droits. Faites votre choix entre l’administration Financière,' \
    'de la Sécurité, des Droits des utilisateurs et Technique.'
ask ann MemberService/UpdateMember '{"member": {"name": "'$org'/members/marc", "areas": ["AREA_FINANCIAL", "AREA_SECURITY", "AREA_USER_RIGHTS"]}}'
for right in manage_finances manage_security manage_users manage_products; do
    may marc $right $org
done
ask ann MemberService/UpdateMember '{"member": {"name": "'$org'/members/marc", "areas": ["AREA_FINANCIAL"]}}'
for right in manage_finances manage_security manage_users; do
    may marc $right $org
done

say 'Pour la gestion technique, vous avez également la possibilité de préciser les produits ou les comptes auxquels votre nouvel' \
    'administrateur a accès. Vous avez ici 3 possibilités :'
say '« Accès et assistance pour tous les produits »'
ask ann MemberService/UpdateMember '{"member": {"name": "'$org'/members/marc", "areas": ["AREA_TECHNICAL"], "technicalScope": {"all": {}}}, "validateOnly": true}'
ask ann MemberService/UpdateMember '{"member": {"name": "'$org'/members/marc", "areas": ["AREA_TECHNICAL"], "technicalScope": {"all": {}}}}'
may marc edit-dns $org/products/dupont-be
may marc contact_support $org/products/dupont-be

say '« Accès et assistance pour des produits ou groupes de produits spécifiques »'
say 'Vous pouvez ainsi choisir les produits (ou groupes de produits) que l’administrateur a le droit de modifier.'
ask ann ProductService/CreateProductGroup '{"parent": "'$org'", "productGroupId": "mail", "productGroup": {"displayName": "Courrier"}}'
ask ann ProductService/AddProductsToGroup '{"name": "'$org'/productGroups/mail", "products": ["'$org'/products/info-dupont", "'$org'/products/info-smith"]}'
ask ann MemberService/UpdateMember '{"member": {"name": "'$org'/members/marc", "technicalScope": {"listed": {"entries": [
    {"product": "'$org'/products/dupont-be"}, {"productGroup": "'$org'/productGroups/mail"}]}}}}'
for product in dupont-be info-smith smith-be; do
    may marc manage $org/products/$product
    may marc contact_support $org/products/$product
done

say '« Accès et assistance pour des produits avec un certain tag »'
say 'Vous accordez ainsi à l’administrateur le droit d’accéder à tous les produits auxquels vous avez ajouté un certain tag' \
    '(comme p. ex. le nom d’un client).'
for product in smith-be info-smith; do
    ask ann ProductService/AddProductTags '{"name": "'$org'/products/'$product'", "tags": ["client-smith"]}'
done
ask ann MemberService/UpdateMember '{"member": {"name": "'$org'/members/marc", "technicalScope": {"listed": {"entries": [{"tag": "client-smith"}]}}}}'
for product in smith-be info-smith site-smith dupont-be; do
    may marc manage $org/products/$product
    may marc contact_support $org/products/$product
done
say '(Un produit qui reçoit le tag plus tard est compris dès cet instant.)'
ask ann ProductService/AddProductTags '{"name": "'$org'/products/site-smith", "tags": ["client-smith"]}'
may marc manage $org/products/site-smith

say 'Un administrateur peut exécuter des opérations financières et techniques par le biais de votre panneau de contrôle,' \
    'et peut contacter notre service d’assistance pour obtenir de l’aide (contrairement à un utilisateur !).'
may marc contact_support $org

say 'Maximum 3 administrateurs (plus sur demande)'
for id in nora otto; do
    ask ann InvitationService/CreateInvitation '{"parent": "'$org'", "invitationId": "'$id'",
    "invitation": {"email": "'$id'@studio.example", "role": "ROLE_ADMINISTRATOR"}}'
done
refused ann InvitationService/CreateInvitation '{"parent": "'$org'", "invitationId": "paul",
    "invitation": {"email": "paul@studio.example", "role": "ROLE_ADMINISTRATOR"}}'
refused ann OrganizationService/SetAdministratorLimit '{"name": "'$org'", "administratorLimit": 4}'
ask operator OrganizationService/SetAdministratorLimit '{"name": "'$org'", "administratorLimit": 4}'
ask ann InvitationService/CreateInvitation '{"parent": "'$org'", "invitationId": "paul",
    "invitation": {"email": "paul@studio.example", "role": "ROLE_ADMINISTRATOR"}}'

say 'Ajouter un utilisateur'
say 'Si vous voulez que vos clients aient plus de contrôle sur un produit, vous pouvez leur créer un utilisateur.'
say 'Allez dans ‘Paramètres’ > ‘Utilisateurs’. Sélectionnez ‘Utilisateurs’ dans le menu de gauche'
ask ann MemberService/ListMembers '{"parent": "'$org'", "roles": ["ROLE_COLLABORATOR", "ROLE_EXTERNAL"]}'
say 'Utilise le panneau de contrôle de Combell ou un panneau de contrôle en marque blanche (le choix vous appartient)'
ask ann OrganizationService/UpdateOrganization '{"organization": {"name": "'$org'", "branding": {"displayName": "Studio Web", "color": "#205080"}}}'
# Shown once the operator has seen that it is nobody else's.
etag=$(call operator OrganizationService/GetOrganization '{"name": "'$org'"}' | sed -nE 's/.*"etag": "([^"]+)".*/\1/p')
ask operator OrganizationService/SetBrandingApproval '{"name": "'$org'", "approved": true, "etag": "'"$etag"'"}'
say 'Cliquez sur ‘+ Ajouter’. Saisissez les informations relatives à votre utilisateur et cliquez sur « Créer l’utilisateur ».'
say 'Ajouter et inviter un utilisateur'
ask ann InvitationService/CreateInvitation '{"parent": "'$org'", "invitationId": "sue",
    "invitation": {"email": "sue@smith.example", "role": "ROLE_EXTERNAL", "panel": "PANEL_WHITE_LABEL"}}'
token=$(mailed sue@smith.example)
ask operator InvitationService/ViewInvitation '{"token": "'"$token"'"}'
ask operator InvitationService/AcceptInvitation '{"token": "'"$token"'", "newUser": {"userId": "sue", "givenName": "Sue", "familyName": "Smith"}}'
say 'Ne peut pas contacter notre service d’assistance'
may sue contact_support $org

say 'Définir les droits de votre utilisateur'
say 'Après avoir créé votre utilisateur, vous devrez déterminer les produits auxquels celui-ci aura accès.'
say 'Cliquez sur « Modifier l’accès aux produits » pour effectuer cette opération. Vous avez ici 4 possibilités :'
say '« N’a aucun accès aux produits »'
ask ann MemberService/ReplaceAllMemberAccess '{"name": "'$org'/members/sue", "none": {}}'
may sue edit-dns $org/products/smith-be

say '« A accès à tous les produits »'
say 'Faites très attention lorsque vous faites ce choix, car il permettra à l’utilisateur d’accéder à tous les produits de votre' \
    'compte revendeur.'
refused ann MemberService/ReplaceAllMemberAccess '{"name": "'$org'/members/sue", "all": {"all": true}}'
ask ann MemberService/ReplaceAllMemberAccess '{"name": "'$org'/members/sue", "all": {"all": true}, "acknowledgeAllProducts": true, "validateOnly": true}' |
    grep -E '^\$|"(openedProducts|gainingUserCount)"'
ask ann MemberService/ReplaceAllMemberAccess '{"name": "'$org'/members/sue", "all": {"all": true}, "acknowledgeAllProducts": true}' |
    grep -E '^\$|^ +"name"|"openedProducts"'
may sue edit-dns $org/products/dupont-be
may sue contact_support $org/products/dupont-be

say '« A accès à des produits ou groupes de produits spécifiques »'
say 'Cela vous permettra de déterminer avec plus de précision les produits ou les groupes de produits auxquels votre utilisateur' \
    'aura accès.'
say 'En fonction des droits que vous accordez à cet utilisateur, votre client pourra gérer des boîtes mail, des données DNS ou' \
    'd’autres services encore.'
ask ann MemberService/ReplaceAllMemberAccess '{"name": "'$org'/members/sue", "listed": {
    "products": [{"product": "'$org'/products/smith-be", "rights": {"names": ["domain/edit-dns"]}}],
    "productGroups": [{"productGroup": "'$org'/productGroups/mail", "rights": {"kinds": ["RIGHT_KIND_USAGE", "RIGHT_KIND_MANAGEMENT"]}}]}}' |
    grep -E '^\$|^    "(products|productGroups)"|"(openedProducts|removedGrants)"'
may sue edit-dns $org/products/smith-be
may sue transfer $org/products/smith-be
may sue change-password $org/products/info-smith
may sue edit-dns $org/products/dupont-be

say '« A accès aux produits portant un tag »'
say 'Donne le droit à l’utilisateur d’accéder à tous les produits auxquels vous avez ajouté un certain tag' \
    '(comme p. ex. le nom d’un client).'
ask ann MemberService/ReplaceAllMemberAccess '{"name": "'$org'/members/sue", "tag": {"tag": "client-smith", "rights": {"all": true}}}' |
    grep -E '^\$|"openedProducts"'
for product in smith-be info-smith site-smith dupont-be info-dupont; do
    may sue manage $org/products/$product
done
ask ann AccessService/ExplainAccess '{"subject": "users/sue", "resource": "'$org'/products/site-smith", "right": "manage"}'

say 'Nombre illimité d’utilisateurs'
for id in tom uma vic wim; do
    ask ann InvitationService/CreateInvitation '{"parent": "'$org'", "invitationId": "'$id'",
    "invitation": {"email": "'$id'@smith.example", "role": "ROLE_EXTERNAL"}}' | grep -E '^\$|"(email|state)"'
done
say 'Gestion technique uniquement'
ask sue AccessService/ListRights '{"subject": "users/sue", "resource": "'$org'"}'
