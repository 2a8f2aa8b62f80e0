#!/usr/bin/env bash
# The guides "Manage a Organization user's product access" and "Authorize a Partner to Access Your Products" of
# Infomaniak, step by step, in their own words.
# What it needs is said in ../walk.bash; `.ci/with-empty examples/infomaniak/walk.sh` brings it along.
set -euo pipefail
cd "$(dirname "$0")"
. ../walk.bash
org=organizations/acme

say 'Before the guide: the catalog and the settings of Infomaniak.'
catalog grantor.toml

say 'Since you opened your account with Infomaniak, you are part of at least one Organization.'
say 'If you were alone and it was not an invitation, an Organization was created in your name and you automatically become the' \
    'legal responsible.'
ask operator UserService/RegisterUser '{"userId": "ann", "organizationId": "acme", "organizationDisplayName": "Acme", "emailConfirmed": true,
    "user": {"givenName": "Ann", "familyName": "Martin", "email": "ann@acme.example"}}'
ask ann MemberService/GetMember '{"name": "'$org'/members/ann"}'
for product in kdrive:drive-1 kdrive:drive-2 domain:acme-com ticketing:festival; do
    id=${product#*:}
    ask operator ProductService/CreateProduct '{"parent": "'$org'", "productId": "'"$id"'",
    "product": {"productType": "productTypes/'"${product%:*}"'", "displayName": "'"$id"'"}}' | grep -E '^(\$|    )"?'
done

say 'Otherwise, you belong to the Organization that invited you (to join its kSuite, to manage a product, etc.).'
for person in bob:ROLE_COLLABORATOR eve:ROLE_EXTERNAL; do
    id=${person%:*}
    ask ann InvitationService/CreateInvitation '{"parent": "'$org'", "invitationId": "'"$id"'",
    "invitation": {"email": "'"$id"'@acme.example", "role": "'"${person#*:}"'"}}'
    token=$(mailed "$id@acme.example")
    ask operator InvitationService/AcceptInvitation '{"token": "'"$token"'", "newUser": {"userId": "'"$id"'", "givenName": "'"${id^}"'"}}'
done
ask bob OrganizationService/ListOrganizations '{"member": "users/bob"}'

say "It is possible to modify a user's role within your Organization."
say 'You can then define whether a user… is part of your Organization and should become: Legal representative, Administrator,' \
    'Collaborator (this part is detailed below…)'
for role in ROLE_LEGAL_REPRESENTATIVE ROLE_ADMINISTRATOR ROLE_COLLABORATOR; do
    ask ann MemberService/UpdateMember '{"member": {"name": "'$org'/members/bob", "role": "'$role'"}}' | grep -E '^\$|"(role|AREA_[A-Z_]*)"|AREA_'
done
say '… is external to your Organization (limited rights): External users are not included in the sharing of calendars and address' \
    'books with the entire Organization.'
may bob share_directory $org
may eve share_directory $org

say 'Who can access what…'
ask ann OrganizationService/GetRoleMatrix '{}' | grep -cE '"right": '

say 'Prerequisites: To be Administrator or Legal Representative within the Organization.'
may ann manage_users $org
may bob manage_users $org
refused bob MemberService/ReplaceMemberAccess '{"name": "'$org'/members/eve", "productType": "productTypes/kdrive", "none": {}}'
say 'Have added a user as a collaborator.'
refused ann MemberService/ReplaceMemberAccess '{"name": "'$org'/members/nobody", "productType": "productTypes/kdrive", "none": {}}'
say 'Indeed, a legal representative or an Administrator already has access to all existing products within the Organization and' \
    'visible on the Infomaniak Manager.'
may ann manage $org/products/drive-1
ask ann MemberService/UpdateMember '{"member": {"name": "'$org'/members/bob", "role": "ROLE_ADMINISTRATOR"}}' | grep -E '^\$|"role"'
may bob manage $org/products/drive-1
refused ann MemberService/ReplaceMemberAccess '{"name": "'$org'/members/bob", "productType": "productTypes/kdrive", "none": {}}'
ask ann MemberService/UpdateMember '{"member": {"name": "'$org'/members/bob", "role": "ROLE_COLLABORATOR"}}' | grep -E '^\$|"role"'

say "To modify a user's product access in the Organization:"
say 'Click here to access user management on the Manager Infomaniak.'
ask ann MemberService/ListMembers '{"parent": "'$org'"}' | grep -E '^\$|"(name|role)"'
say 'Click on the action menu ⋮ located to the right of the user in question.'
ask ann MemberService/GetMemberActions '{"name": "'$org'/members/bob"}' | grep -E '^\$|"(action|allowed)"'
say 'Click on Edit product access: Expand the tabs/accordions by product if necessary.'
ask ann MemberService/GetMemberAccess '{"name": "'$org'/members/bob"}'
say 'Click on the product category to which you want to grant access.'
ask ann MemberService/GetMemberAccess '{"name": "'$org'/members/bob", "productType": "productTypes/kdrive"}'
say 'Select the necessary product(s).'
say 'If you have selected multiple products, decide whether a future additional product should automatically be visible to the' \
    'user (and with what type of permissions).'
refused ann MemberService/ReplaceMemberAccess '{"name": "'$org'/members/bob", "productType": "productTypes/kdrive", "own": {"products": [
    {"product": "'$org'/products/drive-1", "rights": {"names": ["kdrive/use"]}}]}}'
ask ann MemberService/ReplaceMemberAccess '{"name": "'$org'/members/bob", "productType": "productTypes/kdrive", "validateOnly": true, "own": {"products": [
    {"product": "'$org'/products/drive-1", "rights": {"names": ["kdrive/use"]}},
    {"product": "'$org'/products/drive-2", "rights": {"names": ["kdrive/use", "kdrive/technical"]}}],
    "futureProducts": {"rights": {"names": ["kdrive/use"]}}}}' | sed -n '/^\$/,/"access"/p; /"effect"/,$p'
say 'Click the Save button:'
ask ann MemberService/ReplaceMemberAccess '{"name": "'$org'/members/bob", "productType": "productTypes/kdrive", "own": {"products": [
    {"product": "'$org'/products/drive-1", "rights": {"names": ["kdrive/use"]}},
    {"product": "'$org'/products/drive-2", "rights": {"names": ["kdrive/use", "kdrive/technical"]}}],
    "futureProducts": {"rights": {"names": ["kdrive/use"]}}}}' | sed -n '/^\$/,/"savedGrants"/p'
may bob use $org/products/drive-1
ask operator ProductService/CreateProduct '{"parent": "'$org'", "productId": "drive-3", "product": {"productType": "productTypes/kdrive", "displayName": "drive-3"}}'
may bob use $org/products/drive-3
say 'Start again at step 5 if you need to grant access to multiple products.'
ask ann MemberService/ReplaceMemberAccess '{"name": "'$org'/members/bob", "productType": "productTypes/domain", "own": {"products": [
    {"product": "'$org'/products/acme-com", "rights": {"kinds": ["RIGHT_KIND_TECHNICAL"]}}], "futureProducts": {"none": {}}}}' | sed -n '/^\$/,/"savedGrants"/p'
may bob edit-dns $org/products/acme-com
may bob technical $org/products/drive-2
say 'You can also grant full access with maximum permissions in 1 click:'
refused ann MemberService/GrantFullAccess '{"name": "'$org'/members/eve"}'
ask ann MemberService/GrantFullAccess '{"name": "'$org'/members/eve", "acknowledgeAllProducts": true}'
may eve cancel $org/products/drive-1

say 'Service usage / Service management'
say 'It is possible to allow a user to use kDrive (they will be able to create a PDF, for example) without granting them kDrive' \
    'service management rights (they will not be able to change the offer, invite a new user, cancel, etc.).'
for right in use create-document change-offer invite-users cancel; do
    may bob $right $org/products/drive-1
done

say 'Technical rights / Statistical rights'
say 'With certain services like kDrive, it is possible to grant a collaborator TECHNICAL and/or STATISTICAL rights (adds access to' \
    'the dashboard, share links, storage statistics, active users, connected devices, activity on the kDrive):'
ask ann GrantService/CreateGrant '{"parent": "'$org'", "grantId": "bob-figures", "grant": {"subject": "'$org'/members/bob", "note": "Monthly report",
    "scope": {"listed": {"entries": [{"product": "'$org'/products/drive-1"}]}}, "rights": {"kinds": ["RIGHT_KIND_STATISTICS"]}}}'
may bob statistics $org/products/drive-1
may bob technical $org/products/drive-1
say 'Other services like domain names do not have a STATISTICS section:'
refused ann GrantService/CreateGrant '{"parent": "'$org'", "grant": {"subject": "'$org'/members/bob",
    "scope": {"listed": {"entries": [{"product": "'$org'/products/acme-com"}]}}, "rights": {"names": ["domain/statistics"]}}}'
say 'Some specific services like the billetterie allow you to grant even more detailed rights:'
ask bob CatalogService/GetProductType '{"name": "productTypes/ticketing"}' | grep -E '^\$|"id"|DETAILED'

say 'Easier access: Work Teams'
say 'These allow you to create groups linked to Infomaniak products with the desired rights,'
ask ann TeamService/CreateTeam '{"parent": "'$org'", "teamId": "box-office", "team": {"displayName": "Box office"}}'
ask ann GrantService/CreateGrant '{"parent": "'$org'", "grantId": "box-office", "grant": {"subject": "'$org'/teams/box-office",
    "scope": {"listed": {"entries": [{"product": "'$org'/products/festival"}]}}, "rights": {"names": ["ticketing/sell", "ticketing/scan"]}}}'
say 'very practical for giving a new collaborator in your Organization access to the products they will need in their daily activity.'
may bob sell $org/products/festival
ask ann TeamService/AddTeamMembers '{"name": "'$org'/teams/box-office", "members": ["'$org'/members/bob"]}'
may bob sell $org/products/festival
may bob see-orders $org/products/festival
ask ann TeamService/RemoveTeamMembers '{"name": "'$org'/teams/box-office", "members": ["'$org'/members/bob"]}' | grep -E '^\$'
may bob sell $org/products/festival

say 'Authorize a Partner to Access Your Products'
say 'This guide explains how to give access to a Partner (among the partners referenced by Infomaniak) to the products of your' \
    'organization present on the Infomaniak Manager, which is the interface for managing your products.'
ask operator UserService/RegisterUser '{"userId": "pia", "organizationId": "agency", "organizationDisplayName": "Agency", "emailConfirmed": true,
    "user": {"givenName": "Pia", "familyName": "Roth", "email": "pia@agency.example"}}' | grep -E '^\$|"name"'
ask pia PartnerService/UpdatePartner '{"partner": {"name": "partners/agency", "contacts": [{"email": "hello@agency.example"}], "proposedName": "The Agency"}, "allowMissing": true}'
ask operator PartnerService/EnlistPartner '{"name": "partners/agency", "listedName": "The Agency"}'
say '(Eve is external to Acme, and works for the agency as well.)'
ask pia InvitationService/CreateInvitation '{"parent": "organizations/agency", "invitationId": "eve", "invitation": {"email": "eve@acme.example", "role": "ROLE_COLLABORATOR"}}' | grep -E '^\$|"state"'
ask eve InvitationService/AcceptInvitation '{"name": "organizations/agency/invitations/eve"}' | grep -E '^\$|"state"'

say 'Prerequisites: the request must be made from an account with a Legal Representative role in your organization'
refused bob PartnershipService/ProposePartnership '{"parent": "'$org'", "partnership": {"partner": "partners/agency", "full": {"walletEntrusted": false}}}'

say 'As a Client, Add a Known Partner'
say 'click on Partner in the left sidebar menu'
ask ann PartnershipService/ListPartnerships '{"parent": "'$org'"}'
say 'click the blue Add a partner button (top right); enter the name or email address of the Partner to whom you will grant access'
ask ann PartnerService/SearchPartners '{"parent": "'$org'", "query": "agen"}'
ask ann PartnerService/SearchPartners '{"parent": "'$org'", "query": "hello@agency.example"}' | grep -E '^\$|"partner"'
say 'tick the box to select the Partner from the search results; click the blue button to Continue'
say 'the next step presents an important choice regarding the permissions granted to the Partner; the 2 possibilities are detailed below'
refused ann PartnershipService/ProposePartnership '{"parent": "'$org'", "partnership": {"partner": "partners/agency"}}'

say 'Granting the Partner Access... Limited'
say 'click on the relevant product category and then, in the panel that opens, on the relevant product; repeat for all the' \
    'different products you wish to grant access to:'
limited='"limited": {"grants": [
    {"scope": {"listed": {"entries": [{"product": "'$org'/products/drive-1"}]}}, "rights": {"names": ["kdrive/manage"]}},
    {"scope": {"listed": {"entries": [{"product": "'$org'/products/acme-com"}]}}, "rights": {"kinds": ["RIGHT_KIND_TECHNICAL"]}}]}'
ask ann PartnershipService/ProposePartnership '{"parent": "'$org'", "validateOnly": true, "partnership": {"partner": "partners/agency", '"$limited"'}}' |
    sed -n '/^\$/,/^{/p; /"effect"/,$p'
say 'click the blue button in the bottom right to Continue'
ask ann PartnershipService/ProposePartnership '{"parent": "'$org'", "partnershipId": "first", "partnership": {"partner": "partners/agency", '"$limited"'}}'
say 'Note: the current invitation can be resent or deleted before its acceptance by clicking on Partner in the left sidebar menu of' \
    "the Client's Manager"
dead=$(mailed hello@agency.example acme.first)
ask ann PartnershipService/ResendProposal '{"name": "'$org'/partnerships/first"}' | grep -E '^\$|"state"'
refused operator PartnershipService/ViewProposal '{"token": "'"$dead"'"}'
ask ann PartnershipService/WithdrawProposal '{"name": "'$org'/partnerships/first"}' | grep -E '^\$|"state"'
ask ann PartnershipService/ProposePartnership '{"parent": "'$org'", "partnershipId": "limited", "partnership": {"partner": "partners/agency", '"$limited"'}}' | grep -E '^\$|"state"'
say 'an email is automatically sent to the invited Partner in which a link allows them to accept (or refuse) the management proposal'
token=$(mailed hello@agency.example acme.limited)
ask operator PartnershipService/ViewProposal '{"token": "'"$token"'"}'
may pia manage $org/products/drive-1
ask operator PartnershipService/AcceptProposal '{"token": "'"$token"'"}' | grep -E '^\$|"state"'
say "once the proposal is accepted, the Partner Dashboard provides access to the Client's organization and the products to which" \
    'access has been granted'
ask pia PartnerService/ListClients '{"parent": "organizations/agency"}'
ask pia AccessService/ListAccessibleProducts '{"parent": "'$org'", "subject": "users/pia"}' | grep -E '^\$|"(name|product)"'
may pia manage $org/products/drive-1
may pia use $org/products/drive-1
may pia edit-dns $org/products/acme-com
may pia manage $org/products/drive-2
say "if the Partner was already linked to the Client's organization before the invitation, such as an external user, their status is" \
    'updated once the partnership begins'
ask ann MemberService/GetMember '{"name": "'$org'/members/eve"}' | grep -E '^\$|"role"'
say 'the Partnership can be terminated at any time'
ask ann PartnershipService/TerminatePartnership '{"name": "'$org'/partnerships/limited", "note": "All of it, from now on."}' | grep -E '^\$|"state"'
may pia manage $org/products/drive-1
ask ann MemberService/GetMember '{"name": "'$org'/members/eve"}' | grep -E '^\$|"role"'

say 'Granting the Partner Access... Full'
say 'the Client must choose whether to also entrust their wallet to the Partner'
refused ann PartnershipService/ProposePartnership '{"parent": "'$org'", "partnership": {"partner": "partners/agency", "full": {}}}'
ask ann PartnershipService/ProposePartnership '{"parent": "'$org'", "partnershipId": "full", "partnership": {"partner": "partners/agency", "full": {"walletEntrusted": true}}}' | grep -E '^\$|"state"'
say 'an email is automatically sent to the invited Partner in which a link allows them to accept (or refuse) the management proposal'
token=$(mailed hello@agency.example acme.full)
ask operator PartnershipService/AcceptProposal '{"token": "'"$token"'"}' | grep -E '^\$|"state"'
say 'once the proposal is accepted, the Partner Dashboard provides access to the entire Client organization'
for right in view manage_users use_wallet manage_organization; do
    may pia $right $org
done
may pia cancel $org/products/drive-2
ask operator ProductService/CreateProduct '{"parent": "'$org'", "productId": "drive-4", "product": {"productType": "productTypes/kdrive", "displayName": "drive-4"}}' | grep -E '^\$'
may pia manage $org/products/drive-4
ask pia PartnershipService/TerminatePartnership '{"name": "'$org'/partnerships/full"}' | grep -E '^\$|"state"'
may pia manage $org/products/drive-4
