//! Each refusal that is asked for, under its name on the wire.

use domain::Reason;

macro_rules! why {
    ($($name:ident = $reason:ident;)*) => {$(
        pub(super) const $name: Reason = Reason::$reason;
    )*};
}

why! {
    ACTING_USER_INACTIVE = ActingUserInactive;
    ACTING_USER_REQUIRED = ActingUserRequired;
    ADMINISTRATOR_ABOVE = AdministratorAbove;
    ADMINISTRATOR_LIMIT = AdministratorLimit;
    ALL_PRODUCTS_NOT_ACKNOWLEDGED = AllProductsNotAcknowledged;
    CHANGE_POLICY_BY_REQUEST = ChangePolicyByRequest;
    CHANGE_REQUEST_NOT_OPEN = ChangeRequestNotOpen;
    CHANGE_REQUEST_OUTDATED = ChangeRequestOutdated;
    ETAG_MISMATCH = EtagMismatch;
    EXTERNALLY_MANAGED = ExternallyManaged;
    FIELD_INVALID = FieldInvalid;
    GIVEN_BEFORE_PARTNERSHIP = GivenBeforePartnership;
    GIVEN_BY_ANOTHER = GivenByAnother;
    GIVES_MORE_THAN_HELD = GivesMoreThanHeld;
    GRANT_ENDED = GrantEnded;
    ID_TAKEN = IdTaken;
    INVITATION_EXPIRED = InvitationExpired;
    INVITATION_NOT_OPEN = InvitationNotOpen;
    INVITATION_OPEN = InvitationOpen;
    LAST_LEGAL_REPRESENTATIVE = LastLegalRepresentative;
    LEGAL_REPRESENTATIVE_REQUIRED = LegalRepresentativeRequired;
    MEMBER_EXISTS = MemberExists;
    NOT_FOUND = NotFound;
    NOT_MADE_THROUGH = NotMadeThrough;
    OPERATOR_REQUIRED = OperatorRequired;
    OWN_CHANGE_REQUEST = OwnChangeRequest;
    PARTNERSHIP_NOT_ACTIVE = PartnershipNotActive;
    PARTNER_MAY_NOT = PartnerMayNot;
    PARTNER_NOT_LISTED = PartnerNotListed;
    PRODUCT_TYPE_RETIRED = ProductTypeRetired;
    QUOTA_EXCEEDED = QuotaExceeded;
    RAISES_SELF = RaisesSelf;
    REQUESTER_MAY_NO_LONGER = RequesterMayNoLonger;
    REQUESTER_REQUIRED = RequesterRequired;
    RIGHT_MISSING = RightMissing;
    SENDER_MAY_NO_LONGER = SenderMayNoLonger;
    SHUT_OUT = ShutOut;
    SIZE_LIMIT = SizeLimit;
    STILL_GIVEN_BY_OTHER_PATH = StillGivenByOtherPath;
    UPPER_ROLE_HOLDS_NO_GRANTS = UpperRoleHoldsNoGrants;
    USER_INACTIVE = UserInactive;
    WALLET_NOT_SWITCHABLE = WalletNotSwitchable;
    WHITE_LABEL_OFF = WhiteLabelOff;
}
