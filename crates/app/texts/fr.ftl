# Les textes des courriels et des pages en français.

language-name = Français
moment = { $day ->
    [1] 1er
   *[other] { $day }
 } { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
 } { $year } à { $hour }:{ $minute } (UTC)

## Rôles, domaines, sortes de droits

role-legal-representative = responsable légal
role-administrator = administrateur
role-collaborator = collaborateur
role-external = utilisateur externe
area-financial = Finances
area-security = Sécurité
area-user-rights = Droits des utilisateurs
area-technical = Technique
kind-usage = utilisation
kind-management = gestion
kind-technical = technique
kind-statistics = statistiques
kind-detailed = droits détaillés

## Ce qui est dans chaque courriel

mail-link-fallback = Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :
mail-code = Votre code :
mail-help = Des questions ? Écrivez à { $address }.
mail-automatic = Ce message a été envoyé automatiquement. S’il vous demande une réponse que vous n’attendiez pas de donner, vous pouvez l’ignorer : rien ne se passe sans elle.

## Courriel : une invitation

invitation-mail-subject = Vous avez reçu une invitation
invitation-mail-greeting = Bonjour,
invitation-mail-who = { $sender } vous invite à rejoindre { $organization } comme { $role }.
invitation-mail-nobody = Vous êtes invité à rejoindre { $organization } comme { $role }.
invitation-mail-open = Ouvrez l’invitation pour voir ce qu’elle vous donne, et acceptez-la ou refusez-la sur la page. Rien n’est accordé avant votre accord.
invitation-mail-until = Vous pouvez y répondre jusqu’au { $until }.
invitation-mail-link = Voir l’invitation

## Courriel : une nouvelle adresse

confirm-email-mail-subject = Confirmez votre adresse e-mail
confirm-email-mail-why = Quelqu’un a indiqué cette adresse comme celle de son compte. Si c’était vous, confirmez-la : ouvrez ce lien, ou donnez ce code là où vous avez indiqué votre adresse. Sinon, ne faites rien : personne n’obtient rien par votre adresse.
confirm-email-mail-until = Le code est valable jusqu’au { $until }.
confirm-email-mail-link = Confirmer l’adresse

## Courriel : un responsable légal a été nommé

appointed-mail-subject = Un responsable légal a été nommé
appointed-mail-who = L’opérateur a nommé { $person } responsable légal de { $organization }.
appointed-mail-lifted = { $organization } avait exclu { $person } ; la nomination y met fin.
appointed-mail-note = Sa note :

## Courriel : l’opérateur a ajouté un membre

made-member-mail-subject = Vous êtes maintenant membre
made-member-mail-who = L’opérateur a fait de vous un membre de { $organization }, comme { $role }.
made-member-mail-leave = Vous n’avez pas été consulté, donc rien ne vous y retient : vous pouvez quitter l’organisation à tout moment.

## Courriel : un partenariat est proposé, modifié ou terminé

proposal-mail-subject = Un client vous propose un partenariat
proposal-mail-who = { $organization } vous propose de gérer ses produits.
proposal-mail-open = Ouvrez la proposition pour voir ce qu’elle vous donne, et acceptez-la ou refusez-la sur la page. Rien n’est accordé avant votre accord.
proposal-mail-until = Vous pouvez y répondre jusqu’au { $until }.
proposal-mail-link = Voir la proposition
level-limited = Accès limité : des droits sur certains de ses produits.
level-full = Accès complet : tous ses produits et utilisateurs, sans le porte-monnaie.
level-full-wallet = Accès complet : tous ses produits et utilisateurs, et le porte-monnaie vous est confié.
partnership-mail-subject = Un partenariat a changé
partnership-mail-changed = { $organization } a changé ce que vous pouvez y faire. Désormais :
partnership-mail-ended = Le partenariat avec { $organization } est terminé, et avec lui tous les accès qui en venaient.

## Courriel : nouvelles d’une demande de modification

request-mail-subject = Votre demande de modification
request-mail-opened = Votre demande de modification { $number } chez { $organization } a été ouverte ({ $name }).
request-mail-started = Votre demande de modification { $number } chez { $organization } est en cours ({ $name }).
request-mail-commented = Votre demande de modification { $number } chez { $organization } a un nouveau commentaire ({ $name }) :
request-mail-applied = Votre demande de modification { $number } chez { $organization } a été exécutée ({ $name }).
request-mail-rejected = Votre demande de modification { $number } chez { $organization } a été rejetée ({ $name }) :
request-mail-cancelled = Votre demande de modification { $number } chez { $organization } a été annulée ({ $name }).

## Chaque page

page-open-title = Ouvrir votre invitation
page-open-why = Collez ici le code reçu par e-mail.
page-open-code = Code reçu par e-mail
page-open-button = Continuer
page-language = Langue
page-help = Des questions ? Écrivez à { $address }.
page-missing-title = Cette page n’existe pas
page-missing-text = Vérifiez l’adresse ou ouvrez à nouveau le lien reçu par e-mail.
page-used = Chaque lien vaut pour une seule réponse.

## Page : se connecter, ce qui se fait ailleurs

sign-in-why = Si vous avez un compte chez { $name }, connectez-vous d’abord et répondez là-bas.
sign-in = Se connecter
sign-in-code = Si vous avez un compte chez { $name }, vous pouvez aussi y répondre avec ce code :

## Page : confirmer une adresse e-mail

email-open-title = Confirmer votre adresse e-mail
email-title = Est-ce votre adresse ?
email-address = Quelqu’un a indiqué { $email } comme adresse de son compte chez { $name }.
email-by-itself = Si c’est vous, confirmez-la. Sinon, fermez cette page : rien ne se passe sans vous.
email-confirm = Confirmer
email-sign-in = Si c’était vous, connectez-vous à ce compte pour confirmer l’adresse. Sinon, fermez cette page : personne n’obtient rien par votre adresse.
email-code = Si c’était vous, indiquez ce code là où vous avez donné votre adresse, connecté à ce compte. Sinon, fermez cette page : personne n’obtient rien par votre adresse.
email-confirmed-title = Merci
email-confirmed-text = { $email } est désormais l’adresse de votre compte.
email-taken-title = Cette adresse a un compte
email-taken-text = Un autre compte a confirmé cette adresse. Connectez-vous à celui-là. Rien n’a été modifié.
email-unknown-text = Il a déjà servi, est endommagé, a expiré, ou un e-mail plus récent l’a remplacé. Ouvrez le lien de votre dernier e-mail, ou indiquez votre adresse une nouvelle fois.

## Page : une invitation

invitation-title = Invitation à rejoindre { $organization }
invitation-who = { $sender } vous invite à rejoindre { $organization }.
invitation-nobody = Vous êtes invité à rejoindre { $organization }.
invitation-role = Votre rôle
invitation-areas = Vos domaines
invitation-rights = Ce que vous pourrez faire
invitation-teams = Vos équipes
invitation-panel = Où vous travaillerez
invitation-panel-branded = Dans le panneau de contrôle de { $name }
invitation-panel-white-label = Dans le panneau de contrôle propre à l’organisation
invitation-until = Vous pouvez répondre jusqu’au { $until }. Rien n’est accordé avant votre accord.
invitation-address = Cette invitation a été envoyée à { $email }.
invitation-account = Si vous acceptez ici, l’invitation va au compte qui a confirmé cette adresse. S’il n’y en a pas, vous en créez un en acceptant : indiquez alors votre nom.
invitation-given-name = Prénom
invitation-family-name = Nom
invitation-optional = facultatif
invitation-accept = Accepter
invitation-refuse = Refuser
invitation-name-missing = Indiquez votre prénom.
invitation-name-invalid = Ce nom est trop long, contient une adresse web ou e-mail, ou des caractères qui ne peuvent pas être affichés.

offer-grant = { $rights } : { $products }
offer-from = à partir du { $from }
offer-to = jusqu’au { $until }
rights-all = Tout, y compris ce qui sera ajouté plus tard
rights-kind = { $kind ->
    [usage] Toute utilisation
    [management] Toute la gestion
    [technical] Toute la technique
    [statistics] Toutes les statistiques
   *[detailed] Tous les droits détaillés
 }
scope-all = tous les produits, y compris ceux à venir
scope-product = { $name }
scope-group = les produits du groupe { $name }
scope-tag = les produits portant le tag { $name }
scope-type = tous les produits du type { $name }
scope-future = les produits du type { $name } à venir
area-technical-scope = Technique, pour { $products }

invitation-refuse-title = Refuser l’invitation ?
invitation-refuse-text = Un refus est définitif. Pour rejoindre { $organization } plus tard, il vous faudra une nouvelle invitation.
invitation-refuse-confirm = Oui, refuser
invitation-refuse-back = Retour à l’invitation

## Page : ce qu’elle est devenue

accepted-title = Bienvenue
accepted-text = Vous faites maintenant partie de { $organization } comme { $role }.
accepted-close = Vous pouvez fermer cette page.
refused-title = Vous avez refusé
refused-text = L’invitation à rejoindre { $organization } est refusée. Personne n’a reçu d’accès.
was-accepted-title = Déjà acceptée
was-accepted-text = Cette invitation a été acceptée le { $at }. Si c’était vous, il n’y a plus rien à faire. Sinon, prévenez { $organization } sans attendre.
was-refused-title = Déjà refusée
was-refused-text = Cette invitation a été refusée le { $at }. Pour rejoindre { $organization } malgré tout, demandez-en une nouvelle.
was-withdrawn-title = L’invitation a été retirée
was-withdrawn-text = { $organization } a retiré cette invitation le { $at }. Demandez-leur si vous pensez que c’est une erreur.
was-expired-title = L’invitation a expiré
was-expired-text = Vous pouviez y répondre jusqu’au { $at }. Demandez-en une nouvelle à { $organization }.
unknown-title = Ce lien ne fonctionne pas
unknown-text = Il est endommagé, ou un e-mail plus récent l’a remplacé. Ouvrez le lien de votre dernier e-mail ou copiez-le en entier. Si cela n’aide pas, demandez-en un autre à la personne qui vous a invité.
shut-out-text = L’organisation vous a exclu ; vous ne pouvez donc pas devenir membre. Rien n’a été changé. Adressez-vous à l’organisation ; dès qu’elle vous réadmet, cette invitation fonctionne.
sender-title = L’invitation ne peut pas être exécutée
sender-text = La personne qui l’a envoyée ne peut plus accorder cela. Rien n’a été changé. Demandez à l’organisation une invitation d’une personne qui le peut.
member-title = Vous en faites déjà partie
member-text = Votre compte est déjà dans cette organisation, et accepter n’y change rien. Il n’y a plus rien à faire.
inactive-title = Votre compte est désactivé
inactive-text = Le compte qui a cette adresse est désactivé et ne peut rien accepter. Adressez-vous à l’opérateur de la plateforme.
policy-title = Pas maintenant
policy-text = Cette organisation ne change ses accès que sur demande pour le moment. Rien n’a été changé. Demandez à l’organisation ce qu’il faut faire.
full-text = L’organisation en a actuellement autant qu’elle peut en avoir. Rien n’a été changé, et ce qui vous a été envoyé reste ouvert. Adressez-vous à l’organisation ; dès qu’il y a de la place, le lien fonctionne.
later-title = Veuillez réessayer
later-text = Le service est occupé ou absent pour un instant. Rien n’est perdu : ouvrez à nouveau le lien reçu par e-mail dans une minute.
wrong-title = Envoi illisible
wrong-text = Ce que le navigateur a envoyé n’est pas ce que cette page demande. Ouvrez à nouveau le lien reçu par e-mail.

## Page : une proposition à un partenaire

proposal-open-title = Ouvrir la proposition
proposal-title = Proposition de { $organization }
proposal-level = Ce que vous recevriez
proposal-accepted-text = Vous êtes maintenant partenaire de { $organization }. Vos collaborateurs la trouvent parmi vos clients.
proposal-refused-text = La proposition de { $organization } est refusée. Personne n’a reçu d’accès.
proposal-refuse-title = Refuser la proposition ?
proposal-refuse-text = Un refus est définitif. { $organization } devrait faire une nouvelle proposition.
proposal-was-accepted-text = Cette proposition a été acceptée le { $at }. Si ce n’était pas l’un de vous, mettez fin sans attendre au partenariat avec { $organization }.
proposal-was-ended-text = Cette proposition a été acceptée, et le partenariat avec { $organization } a pris fin le { $at }.
proposal-was-refused-text = Cette proposition a été refusée le { $at }. { $organization } peut en faire une nouvelle.
proposal-withdrawn-title = La proposition a été retirée
proposal-withdrawn-text = { $organization } a retiré cette proposition le { $at }. Demandez-leur si vous pensez que c’est une erreur.
proposal-expired-title = La proposition a expiré
unlisted-text = Vous n’êtes pas référencé comme partenaire pour le moment et ne pouvez pas accepter. Rien n’a été changé, et la proposition reste ouverte. Adressez-vous à l’opérateur de la plateforme.
