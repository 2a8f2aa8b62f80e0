//! Each refusal that is asked for, under its name on the wire.

use domain::Reason;

macro_rules! why {
    ($($name:ident = $reason:ident;)*) => {$(
        pub(super) const $name: Reason = Reason::$reason;
    )*};
}

why! {
    ACTING_USER_INACTIVE = ActingUserInactive;
    ADMINISTRATOR_ABOVE = AdministratorAbove;
    ADMINISTRATOR_LIMIT = AdministratorLimit;
    ALL_PRODUCTS_NOT_ACKNOWLEDGED = AllProductsNotAcknowledged;
    CHANGE_POLICY_BY_REQUEST = ChangePolicyByRequest;
    ETAG_MISMATCH = EtagMismatch;
    EXTERNALLY_MANAGED = ExternallyManaged;
    FIELD_INVALID = FieldInvalid;
    GIVES_MORE_THAN_HELD = GivesMoreThanHeld;
    GRANT_ENDED = GrantEnded;
    LAST_LEGAL_REPRESENTATIVE = LastLegalRepresentative;
    LEGAL_REPRESENTATIVE_REQUIRED = LegalRepresentativeRequired;
    MEMBER_EXISTS = MemberExists;
    NOT_FOUND = NotFound;
    OPERATOR_REQUIRED = OperatorRequired;
    OWN_CHANGE_REQUEST = OwnChangeRequest;
    PARTNER_MAY_NOT = PartnerMayNot;
    RAISES_SELF = RaisesSelf;
    RIGHT_MISSING = RightMissing;
    SENDER_MAY_NO_LONGER = SenderMayNoLonger;
    SHUT_OUT = ShutOut;
    STILL_GIVEN_BY_OTHER_PATH = StillGivenByOtherPath;
    UPPER_ROLE_HOLDS_NO_GRANTS = UpperRoleHoldsNoGrants;
}
