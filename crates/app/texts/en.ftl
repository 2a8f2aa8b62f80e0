# The texts of mails and pages in English. A language more is one file more beside this one, with
# the same keys and the same places ($…); a test compares them.

language-name = English
moment = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 } { $year } at { $hour }:{ $minute } (UTC)

## Roles, areas, kinds of rights

role-legal-representative = legal representative
role-administrator = administrator
role-collaborator = collaborator
role-external = external user
area-financial = Financial
area-security = Security
area-user-rights = User rights
area-technical = Technical
kind-usage = use
kind-management = management
kind-technical = technical
kind-statistics = statistics
kind-detailed = detailed rights

## What every mail has

mail-link-fallback = If the button does not work, copy this address into your browser:
mail-code = Your code:
mail-help = Questions? Write to { $address }.
mail-automatic = This mail was sent automatically. If it asks for an answer that you did not expect to give, you can ignore it: nothing happens without one.

## Mail: an invitation

invitation-mail-subject = You are invited
invitation-mail-greeting = Hello,
invitation-mail-who = { $sender } invites you to { $organization } as { $role }.
invitation-mail-nobody = You are invited to { $organization } as { $role }.
invitation-mail-open = Open the invitation to see what it gives you, and accept or refuse it there. Nothing is granted before you accept.
invitation-mail-until = It can be answered until { $until }.
invitation-mail-link = View the invitation

## Mail: a new email address

confirm-email-mail-subject = Confirm your email address
confirm-email-mail-why = Somebody gave this address as the one of their account. If that was you, confirm it there: open this link, or give this code where you gave your address. If it was not, do nothing: nobody gets anything by your address.
confirm-email-mail-until = The code works until { $until }.
confirm-email-mail-link = Confirm the address

## Mail: a legal representative was appointed

appointed-mail-subject = A legal representative was appointed
appointed-mail-who = The operator made { $person } a legal representative of { $organization }.
appointed-mail-lifted = { $organization } had shut { $person } out; the appointment lifts that.
appointed-mail-note = Their note:

## Mail: the operator made somebody a member

made-member-mail-subject = You are a member now
made-member-mail-who = The operator made you a member of { $organization }, as { $role }.
made-member-mail-leave = You were not asked, so nothing keeps you there: you can leave the organization at any time.

## Mail: a partnership is proposed, changed, or over

proposal-mail-subject = A client proposes a partnership
proposal-mail-who = { $organization } proposes that you manage its products.
proposal-mail-open = Open the proposal to see what it gives you, and accept or refuse it there. Nothing is granted before you accept.
proposal-mail-until = It can be answered until { $until }.
proposal-mail-link = View the proposal
level-limited = Limited access: rights on some of its products.
level-full = Full access: all of its products and users, without the wallet.
level-full-wallet = Full access: all of its products and users, and the wallet is entrusted to you.
partnership-mail-subject = A partnership changed
partnership-mail-changed = { $organization } changed what you may do there. From now on it is:
partnership-mail-ended = The partnership with { $organization } has ended, and with it all access that came with it.

## Mail: news of a change request

request-mail-subject = Your change request
request-mail-opened = Your change request { $number } at { $organization } was opened ({ $name }).
request-mail-started = Your change request { $number } at { $organization } is in progress ({ $name }).
request-mail-commented = Your change request { $number } at { $organization } has a new comment ({ $name }):
request-mail-applied = Your change request { $number } at { $organization } was applied ({ $name }).
request-mail-rejected = Your change request { $number } at { $organization } was rejected ({ $name }):
request-mail-cancelled = Your change request { $number } at { $organization } was cancelled ({ $name }).

## Every page

page-open-title = Open your invitation
page-open-why = Paste the code from the mail here.
page-open-code = Code from the mail
page-open-button = Continue
page-language = Language
page-help = Questions? Write to { $address }.
page-missing-title = This page does not exist
page-missing-text = Check the address, or open the link in the mail once more.
page-used = Each link is good for one answer.

## Page: an invitation

invitation-title = Invitation to { $organization }
invitation-who = { $sender } invites you to { $organization }.
invitation-nobody = You are invited to { $organization }.
invitation-role = Your role
invitation-areas = Your areas
invitation-rights = What you may do
invitation-teams = Your teams
invitation-panel = Where you work
invitation-panel-branded = In the control panel of { $name }
invitation-panel-white-label = In the organization’s own control panel
invitation-until = You can answer until { $until }. Nothing is granted before you accept.
invitation-address = This invitation was sent to { $email }.
invitation-account = If you accept here, the invitation goes to the account that has confirmed this address. If there is none, accepting makes one for you: then enter your name.
invitation-given-name = First name
invitation-family-name = Last name
invitation-optional = optional
invitation-accept = Accept
invitation-refuse = Refuse
invitation-name-missing = Enter your first name.
invitation-name-invalid = This name is too long, holds a web or mail address, or has characters that can’t be shown.

offer-grant = { $rights }: { $products }
offer-from = from { $from }
offer-to = until { $until }
rights-all = Everything, also what is added later
rights-kind = { $kind ->
    [usage] All use
    [management] All management
    [technical] Everything technical
    [statistics] All statistics
   *[detailed] All detailed rights
 }
scope-all = all products, also those that come later
scope-product = { $name }
scope-group = the products in the group { $name }
scope-tag = the products tagged { $name }
scope-type = all products of the type { $name }
scope-future = products of the type { $name } that come later
area-technical-scope = Technical, for { $products }

invitation-refuse-title = Refuse the invitation?
invitation-refuse-text = Refusing is final. To join later you need a new invitation to { $organization }.
invitation-refuse-confirm = Yes, refuse
invitation-refuse-back = Back to the invitation

## Page: signing in, which is done elsewhere

sign-in-why = If you have an account at { $name }, sign in first and answer there.
sign-in = Sign in
sign-in-code = If you have an account at { $name }, you can also answer there with this code:

## Page: confirming an email address

email-open-title = Confirm your email address
email-title = Is this your address?
email-address = Somebody gave { $email } as the address of their account at { $name }.
email-by-itself = If that is you, confirm it. If not, close this page: nothing happens without you.
email-confirm = Confirm
email-sign-in = If that was you, sign in to that account to confirm the address. If not, close this page: nobody gets anything by your address.
email-code = If that was you, give this code where you gave your address, signed in to that account. If not, close this page: nobody gets anything by your address.
email-confirmed-title = Thank you
email-confirmed-text = { $email } is the address of your account from now on.
email-taken-title = This address has an account
email-taken-text = Another account has confirmed this address. Sign in to that one. Nothing was changed.
email-unknown-text = It was used before, is damaged, has expired, or a newer mail has replaced it. Open the link in your latest mail, or give your address once more.

## Page: what became of it

accepted-title = Welcome
accepted-text = You are now a member of { $organization } as { $role }.
accepted-close = You can close this page.
refused-title = You refused
refused-text = The invitation to { $organization } is refused. Nobody got any access.
was-accepted-title = Already accepted
was-accepted-text = This invitation was accepted on { $at }. If that was you, there is nothing more to do. If it was not, tell { $organization } at once.
was-refused-title = Already refused
was-refused-text = This invitation was refused on { $at }. To join { $organization } after all, ask for a new one.
was-withdrawn-title = The invitation was withdrawn
was-withdrawn-text = { $organization } took this invitation back on { $at }. Ask them if you think that is a mistake.
was-expired-title = The invitation has expired
was-expired-text = It could be answered until { $at }. Ask { $organization } for a new one.
unknown-title = This link does not work
unknown-text = It is damaged, or a newer mail has replaced it. Open the link in your latest mail, or copy it as a whole. If that does not help, ask whoever invited you for another.
shut-out-text = The organization has shut you out, so you can’t become a member. Nothing was changed. Ask the organization; once it lets you in again, this invitation works.
sender-title = The invitation can’t be carried out
sender-text = Whoever sent it may not give this any more. Nothing was changed. Ask the organization for an invitation by somebody who may.
member-title = You are a member already
member-text = Your account is in this organization already, and accepting changes nothing of that. There is nothing more to do.
inactive-title = Your account is switched off
inactive-text = The account with this address is deactivated, so it can’t accept anything. Ask the operator of the platform.
policy-title = Not now
policy-text = This organization changes access by request only at present. Nothing was changed. Ask the organization what to do.
full-text = The organization has as much of this as it may have at present. Nothing was changed, and what you were sent stays open. Ask the organization; once there is room, the link works.
later-title = Please try again
later-text = The service is busy or away for a moment. Nothing was lost: open the link in the mail once more in a minute.
wrong-title = That could not be read
wrong-text = What the browser sent is not what this page asks for. Open the link in the mail once more.

## Page: a proposal to a partner

proposal-open-title = Open the proposal
proposal-title = Proposal by { $organization }
proposal-level = What you would get
proposal-accepted-text = You are now a partner of { $organization }. Your staff finds them among your clients.
proposal-refused-text = The proposal by { $organization } is refused. Nobody got any access.
proposal-refuse-title = Refuse the proposal?
proposal-refuse-text = Refusing is final. { $organization } would have to propose again.
proposal-was-accepted-text = This proposal was accepted on { $at }. If that was not one of you, end the partnership with { $organization } at once.
proposal-was-ended-text = This proposal was accepted, and the partnership with { $organization } ended on { $at }.
proposal-was-refused-text = This proposal was refused on { $at }. { $organization } can propose again.
proposal-withdrawn-title = The proposal was withdrawn
proposal-withdrawn-text = { $organization } took this proposal back on { $at }. Ask them if you think that is a mistake.
proposal-expired-title = The proposal has expired
unlisted-text = You are not listed as a partner at present, so you can’t accept. Nothing was changed, and the proposal stays open. Ask the operator of the platform.
