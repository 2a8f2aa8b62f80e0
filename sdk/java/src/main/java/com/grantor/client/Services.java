package com.grantor.client;

import com.grantor.v1.AccessServiceGrpc;
import com.grantor.v1.AuditServiceGrpc;
import com.grantor.v1.CatalogServiceGrpc;
import com.grantor.v1.ChangeRequestServiceGrpc;
import com.grantor.v1.GrantServiceGrpc;
import com.grantor.v1.InvitationServiceGrpc;
import com.grantor.v1.MemberServiceGrpc;
import com.grantor.v1.OrganizationServiceGrpc;
import com.grantor.v1.PartnerServiceGrpc;
import com.grantor.v1.PartnershipServiceGrpc;
import com.grantor.v1.PlatformServiceGrpc;
import com.grantor.v1.ProductServiceGrpc;
import com.grantor.v1.ServiceAccountServiceGrpc;
import com.grantor.v1.TeamServiceGrpc;
import com.grantor.v1.UserServiceGrpc;
import io.grpc.Channel;

/**
 * All services of Grantor as generated blocking stubs. They throw gRPC's {@link io.grpc.StatusRuntimeException}; call
 * them through {@link GrantorClient#call} to have {@link GrantorException} instead.
 */
public interface Services {
    /**
     * The connection of the stubs, on which any other stub can be made: what is called over it has key, acting user,
     * deadline, request id and retries.
     *
     * @return the same for all stubs
     */
    Channel channel();

    /**
     * Access questions.
     *
     * @return the blocking stub of AccessService
     */
    default AccessServiceGrpc.AccessServiceBlockingStub access() {
        return AccessServiceGrpc.newBlockingStub(channel());
    }

    /**
     * Every change, kept for ever.
     *
     * @return the blocking stub of AuditService
     */
    default AuditServiceGrpc.AuditServiceBlockingStub audit() {
        return AuditServiceGrpc.newBlockingStub(channel());
    }

    /**
     * Product types and their rights.
     *
     * @return the blocking stub of CatalogService
     */
    default CatalogServiceGrpc.CatalogServiceBlockingStub catalog() {
        return CatalogServiceGrpc.newBlockingStub(channel());
    }

    /**
     * Tickets that ask the operator.
     *
     * @return the blocking stub of ChangeRequestService
     */
    default ChangeRequestServiceGrpc.ChangeRequestServiceBlockingStub changeRequests() {
        return ChangeRequestServiceGrpc.newBlockingStub(channel());
    }

    /**
     * Rights on products for members and teams.
     *
     * @return the blocking stub of GrantService
     */
    default GrantServiceGrpc.GrantServiceBlockingStub grants() {
        return GrantServiceGrpc.newBlockingStub(channel());
    }

    /**
     * Invitations of new members.
     *
     * @return the blocking stub of InvitationService
     */
    default InvitationServiceGrpc.InvitationServiceBlockingStub invitations() {
        return InvitationServiceGrpc.newBlockingStub(channel());
    }

    /**
     * Users in organizations.
     *
     * @return the blocking stub of MemberService
     */
    default MemberServiceGrpc.MemberServiceBlockingStub members() {
        return MemberServiceGrpc.newBlockingStub(channel());
    }

    /**
     * Organizations.
     *
     * @return the blocking stub of OrganizationService
     */
    default OrganizationServiceGrpc.OrganizationServiceBlockingStub organizations() {
        return OrganizationServiceGrpc.newBlockingStub(channel());
    }

    /**
     * The directory of partners, their clients and assignments.
     *
     * @return the blocking stub of PartnerService
     */
    default PartnerServiceGrpc.PartnerServiceBlockingStub partners() {
        return PartnerServiceGrpc.newBlockingStub(channel());
    }

    /**
     * What clients entrust partners with.
     *
     * @return the blocking stub of PartnershipService
     */
    default PartnershipServiceGrpc.PartnershipServiceBlockingStub partnerships() {
        return PartnershipServiceGrpc.newBlockingStub(channel());
    }

    /**
     * Settings and operators.
     *
     * @return the blocking stub of PlatformService
     */
    default PlatformServiceGrpc.PlatformServiceBlockingStub platform() {
        return PlatformServiceGrpc.newBlockingStub(channel());
    }

    /**
     * Products, their tags and groups.
     *
     * @return the blocking stub of ProductService
     */
    default ProductServiceGrpc.ProductServiceBlockingStub products() {
        return ProductServiceGrpc.newBlockingStub(channel());
    }

    /**
     * Services that call, and their keys.
     *
     * @return the blocking stub of ServiceAccountService
     */
    default ServiceAccountServiceGrpc.ServiceAccountServiceBlockingStub serviceAccounts() {
        return ServiceAccountServiceGrpc.newBlockingStub(channel());
    }

    /**
     * Sets of members that hold grants.
     *
     * @return the blocking stub of TeamService
     */
    default TeamServiceGrpc.TeamServiceBlockingStub teams() {
        return TeamServiceGrpc.newBlockingStub(channel());
    }

    /**
     * People with an account.
     *
     * @return the blocking stub of UserService
     */
    default UserServiceGrpc.UserServiceBlockingStub users() {
        return UserServiceGrpc.newBlockingStub(channel());
    }
}
