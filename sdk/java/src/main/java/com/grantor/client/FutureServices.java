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
 * All services of Grantor as generated future stubs. Where a future fails, {@link GrantorException#of} makes the one
 * type of its exception. A future stub has no WatchChanges: {@link GrantorClient#watch(String)} does that.
 *
 * @param channel the connection of the stubs
 */
public record FutureServices(Channel channel) {

    /**
     * Access questions.
     *
     * @return the future stub of AccessService
     */
    public AccessServiceGrpc.AccessServiceFutureStub access() {
        return AccessServiceGrpc.newFutureStub(channel());
    }

    /**
     * Every change, kept for ever.
     *
     * @return the future stub of AuditService
     */
    public AuditServiceGrpc.AuditServiceFutureStub audit() {
        return AuditServiceGrpc.newFutureStub(channel());
    }

    /**
     * Product types and their rights.
     *
     * @return the future stub of CatalogService
     */
    public CatalogServiceGrpc.CatalogServiceFutureStub catalog() {
        return CatalogServiceGrpc.newFutureStub(channel());
    }

    /**
     * Tickets that ask the operator.
     *
     * @return the future stub of ChangeRequestService
     */
    public ChangeRequestServiceGrpc.ChangeRequestServiceFutureStub changeRequests() {
        return ChangeRequestServiceGrpc.newFutureStub(channel());
    }

    /**
     * Rights on products for members and teams.
     *
     * @return the future stub of GrantService
     */
    public GrantServiceGrpc.GrantServiceFutureStub grants() {
        return GrantServiceGrpc.newFutureStub(channel());
    }

    /**
     * Invitations of new members.
     *
     * @return the future stub of InvitationService
     */
    public InvitationServiceGrpc.InvitationServiceFutureStub invitations() {
        return InvitationServiceGrpc.newFutureStub(channel());
    }

    /**
     * Users in organizations.
     *
     * @return the future stub of MemberService
     */
    public MemberServiceGrpc.MemberServiceFutureStub members() {
        return MemberServiceGrpc.newFutureStub(channel());
    }

    /**
     * Organizations.
     *
     * @return the future stub of OrganizationService
     */
    public OrganizationServiceGrpc.OrganizationServiceFutureStub organizations() {
        return OrganizationServiceGrpc.newFutureStub(channel());
    }

    /**
     * The directory of partners, their clients and assignments.
     *
     * @return the future stub of PartnerService
     */
    public PartnerServiceGrpc.PartnerServiceFutureStub partners() {
        return PartnerServiceGrpc.newFutureStub(channel());
    }

    /**
     * What clients entrust partners with.
     *
     * @return the future stub of PartnershipService
     */
    public PartnershipServiceGrpc.PartnershipServiceFutureStub partnerships() {
        return PartnershipServiceGrpc.newFutureStub(channel());
    }

    /**
     * Settings and operators.
     *
     * @return the future stub of PlatformService
     */
    public PlatformServiceGrpc.PlatformServiceFutureStub platform() {
        return PlatformServiceGrpc.newFutureStub(channel());
    }

    /**
     * Products, their tags and groups.
     *
     * @return the future stub of ProductService
     */
    public ProductServiceGrpc.ProductServiceFutureStub products() {
        return ProductServiceGrpc.newFutureStub(channel());
    }

    /**
     * Services that call, and their keys.
     *
     * @return the future stub of ServiceAccountService
     */
    public ServiceAccountServiceGrpc.ServiceAccountServiceFutureStub serviceAccounts() {
        return ServiceAccountServiceGrpc.newFutureStub(channel());
    }

    /**
     * Sets of members that hold grants.
     *
     * @return the future stub of TeamService
     */
    public TeamServiceGrpc.TeamServiceFutureStub teams() {
        return TeamServiceGrpc.newFutureStub(channel());
    }

    /**
     * People with an account.
     *
     * @return the future stub of UserService
     */
    public UserServiceGrpc.UserServiceFutureStub users() {
        return UserServiceGrpc.newFutureStub(channel());
    }
}
