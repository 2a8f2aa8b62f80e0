"""The services of Grantor, each as its generated stub."""

from functools import cached_property

import grpc

from grantor.v1.access_pb2_grpc import AccessServiceStub
from grantor.v1.audit_pb2_grpc import AuditServiceStub
from grantor.v1.catalog_pb2_grpc import CatalogServiceStub
from grantor.v1.change_request_pb2_grpc import ChangeRequestServiceStub
from grantor.v1.grant_pb2_grpc import GrantServiceStub
from grantor.v1.invitation_pb2_grpc import InvitationServiceStub
from grantor.v1.member_pb2_grpc import MemberServiceStub
from grantor.v1.organization_pb2_grpc import OrganizationServiceStub
from grantor.v1.partner_pb2_grpc import PartnerServiceStub
from grantor.v1.partnership_pb2_grpc import PartnershipServiceStub
from grantor.v1.platform_pb2_grpc import PlatformServiceStub
from grantor.v1.product_pb2_grpc import ProductServiceStub
from grantor.v1.service_account_pb2_grpc import ServiceAccountServiceStub
from grantor.v1.team_pb2_grpc import TeamServiceStub
from grantor.v1.user_pb2_grpc import UserServiceStub


class Services:
    """All stubs, made when they are first used.

    Attributes:
        channel: what they call over; another stub over it calls as the client does.
    """

    def __init__(self, channel: grpc.Channel) -> None:
        self.channel = channel

    @cached_property
    def access(self) -> AccessServiceStub:
        """Questions."""
        return AccessServiceStub(self.channel)

    @cached_property
    def audit(self) -> AuditServiceStub:
        """The log of all changes."""
        return AuditServiceStub(self.channel)

    @cached_property
    def catalog(self) -> CatalogServiceStub:
        """Product types and the rights on them."""
        return CatalogServiceStub(self.channel)

    @cached_property
    def change_requests(self) -> ChangeRequestServiceStub:
        """What organizations ask the operator for."""
        return ChangeRequestServiceStub(self.channel)

    @cached_property
    def grants(self) -> GrantServiceStub:
        """Rights on products for members, teams and partnerships."""
        return GrantServiceStub(self.channel)

    @cached_property
    def invitations(self) -> InvitationServiceStub:
        """How people become members."""
        return InvitationServiceStub(self.channel)

    @cached_property
    def members(self) -> MemberServiceStub:
        """People in organizations."""
        return MemberServiceStub(self.channel)

    @cached_property
    def organizations(self) -> OrganizationServiceStub:
        """Organizations."""
        return OrganizationServiceStub(self.channel)

    @cached_property
    def partners(self) -> PartnerServiceStub:
        """The directory of partners, and who of their people serves which client."""
        return PartnerServiceStub(self.channel)

    @cached_property
    def partnerships(self) -> PartnershipServiceStub:
        """What clients entrust to partners."""
        return PartnershipServiceStub(self.channel)

    @cached_property
    def platform(self) -> PlatformServiceStub:
        """The platform's settings and operators."""
        return PlatformServiceStub(self.channel)

    @cached_property
    def products(self) -> ProductServiceStub:
        """Products and product groups."""
        return ProductServiceStub(self.channel)

    @cached_property
    def service_accounts(self) -> ServiceAccountServiceStub:
        """Internal services and their keys."""
        return ServiceAccountServiceStub(self.channel)

    @cached_property
    def teams(self) -> TeamServiceStub:
        """Named sets of members."""
        return TeamServiceStub(self.channel)

    @cached_property
    def users(self) -> UserServiceStub:
        """People with an account."""
        return UserServiceStub(self.channel)
