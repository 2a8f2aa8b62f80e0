import type {
  DescMessage,
  DescMethodUnary,
  DescService,
  MessageInitShape,
  MessageShape,
} from "@bufbuild/protobuf";
import type { Client as Stub, Transport } from "@connectrpc/connect";
import { createClient } from "@connectrpc/connect";
import { CachedAccess } from "./cached-access.js";
import type { CallSettings, Connection } from "./calls.js";
import { Calls } from "./calls.js";
import { CheckStream } from "./check-stream.js";
import { AccessService } from "./gen/grantor/v1/access_pb.js";
import { AuditService } from "./gen/grantor/v1/audit_pb.js";
import { CatalogService } from "./gen/grantor/v1/catalog_pb.js";
import { ChangeRequestService } from "./gen/grantor/v1/change_request_pb.js";
import { GrantService } from "./gen/grantor/v1/grant_pb.js";
import { InvitationService } from "./gen/grantor/v1/invitation_pb.js";
import { MemberService } from "./gen/grantor/v1/member_pb.js";
import { OrganizationService } from "./gen/grantor/v1/organization_pb.js";
import { PartnerService } from "./gen/grantor/v1/partner_pb.js";
import { PartnershipService } from "./gen/grantor/v1/partnership_pb.js";
import { PlatformService } from "./gen/grantor/v1/platform_pb.js";
import { ProductService } from "./gen/grantor/v1/product_pb.js";
import { ServiceAccountService } from "./gen/grantor/v1/service_account_pb.js";
import { TeamService } from "./gen/grantor/v1/team_pb.js";
import { UserService } from "./gen/grantor/v1/user_pb.js";
import type { CacheOptions } from "./kept.js";
import { Kept } from "./kept.js";
import { actingUser } from "./options.js";
import type { ItemOf, Listing } from "./pages.js";
import { pages } from "./pages.js";
import type {
  Answer,
  Answers,
  CallOptions,
  CheckOptions,
  Explanation,
  Question,
} from "./questions.js";
import { check, checkMany, explain } from "./questions.js";
import type { WatchOptions } from "./watch.js";
import { Watch } from "./watch.js";

/** What the clients of Node.js and of browsers have in common. All calls fail with `GrantorError`. */
export class BaseClient {
  /** Where calls go, with the scheme: `https://HOST:PORT`. */
  readonly address: string;

  /**
   * The connection, with what each call has: key, deadline, ids, further attempts. For Connect's
   * `createClient`, and whatever else takes a transport.
   */
  readonly transport: Transport;

  readonly #connection: Connection;
  readonly #settings: CallSettings;
  readonly #calls: Calls;
  readonly #stubs = new Map<DescService, unknown>();

  /** @internal Made by the clients themselves. */
  constructor(connection: Connection, settings: CallSettings) {
    this.#connection = connection;
    this.#settings = settings;
    this.#calls = new Calls(connection, settings);
    this.address = connection.address;
    this.transport = this.#calls;
  }

  /**
   * May this user do that on this resource, now or then? **Read `allowed` of the answer**: the answer itself
   * is an object, and `if (await grantor.check(…))` would be true also where it denies. A decision that this client does not know is an
   * error (INTERNAL), never an allow.
   *
   * @param subject who: `users/alice`
   * @param right what: `kdrive/use`, or on an organization `manage_users`
   * @param resource on what: `organizations/acme/products/drive-1`, or `organizations/acme`
   */
  check(
    subject: string,
    right: string,
    resource: string,
    options: CheckOptions = {},
  ): Promise<Answer> {
    return check(this.#calls, { subject, right, resource }, options);
  }

  /**
   * Asks any number of questions, 1000 a call. The answers come in the order of the questions, each
   * an answer or an error of its own; an error allows nothing.
   */
  checkMany(questions: readonly Question[], options: CheckOptions = {}): Promise<Answers> {
    return checkMany(this.#calls, questions, options);
  }

  /**
   * Questions one after the other over one call, which costs less than a call for each. It begins with the
   * first question; close it. See {@link CheckStream}. Browsers can't: there each question is UNIMPLEMENTED.
   */
  streamChecks(): CheckStream {
    return new CheckStream(this.#calls);
  }

  /** Answers as `check` does, and says why: all ways that allow it, or what is missing. */
  explain(
    subject: string,
    right: string,
    resource: string,
    options: CheckOptions = {},
  ): Promise<Explanation> {
    return explain(this.#calls, { subject, right, resource }, options);
  }

  /**
   * Each item of a list, over all its pages:
   * `for await (const product of client.list(ProductService.method.listProducts, { parent }))`.
   * The next page is asked for when it is needed; an error comes where it happens.
   */
  list<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O> & Listing<O>,
    request: MessageInitShape<I>,
    options: CallOptions = {},
  ): AsyncGenerator<ItemOf<MessageShape<O>>, void, undefined> {
    return pages(this.#calls, method, request, options);
  }

  /**
   * The changes of a parent as they come, to be read by `for await`; see {@link Watch}.
   *
   * @throws ConfigurationError where the heartbeat is not within its bounds, or the position is empty
   *
   * @param parent `organizations/acme`, `platform`, `people`, or `organizations/-` for all organizations
   */
  watch(parent: string, options: WatchOptions = {}): Watch {
    return new Watch(this.#calls, parent, options);
  }

  /**
   * Answers about one organization that are kept for as long as they may be relied on; see {@link CachedAccess}.
   * It watches from now on.
   *
   * @throws ConfigurationError where that is no organization's name, or fewer than 2 answers may be kept
   *
   * @param organization `organizations/acme`
   */
  cachedAccess(organization: string, options: CacheOptions = {}): CachedAccess {
    return new CachedAccess(this.#calls, new Kept(organization, options));
  }

  /**
   * A client that calls for this user, `users/ann`, on the same connection. It need not be closed;
   * closing it closes nothing.
   *
   * @throws ConfigurationError where this is not `users/ID`
   */
  actingFor(user: string): BaseClient {
    const lent = { ...this.#connection, close: () => undefined };
    return new BaseClient(lent, { ...this.#settings, actingUser: actingUser(user) });
  }

  /**
   * Closes the connection, also under clients made by `actingFor`, and ends watches that wait for
   * another attempt. Calls that are open fail with CANCELLED, and so does whatever is called later.
   */
  close(): void {
    this.#connection.close();
  }

  /** Access questions, as the API has them. */
  get access(): Stub<typeof AccessService> {
    return this.#stub(AccessService);
  }
  /** The change log. */
  get audit(): Stub<typeof AuditService> {
    return this.#stub(AuditService);
  }
  /** Product types and their rights. */
  get catalog(): Stub<typeof CatalogService> {
    return this.#stub(CatalogService);
  }
  /** What organizations ask the operator to do. */
  get changeRequests(): Stub<typeof ChangeRequestService> {
    return this.#stub(ChangeRequestService);
  }
  /** Rights on products, given to members and teams. */
  get grants(): Stub<typeof GrantService> {
    return this.#stub(GrantService);
  }
  /** Emails by which people become members. */
  get invitations(): Stub<typeof InvitationService> {
    return this.#stub(InvitationService);
  }
  /** Users in organizations. */
  get members(): Stub<typeof MemberService> {
    return this.#stub(MemberService);
  }
  get organizations(): Stub<typeof OrganizationService> {
    return this.#stub(OrganizationService);
  }
  /** The directory of partners, and which of their people work for which client. */
  get partners(): Stub<typeof PartnerService> {
    return this.#stub(PartnerService);
  }
  /** What clients entrust to partners. */
  get partnerships(): Stub<typeof PartnershipService> {
    return this.#stub(PartnershipService);
  }
  /** The platform's settings and operators. */
  get platform(): Stub<typeof PlatformService> {
    return this.#stub(PlatformService);
  }
  /** Products, tags and product groups. */
  get products(): Stub<typeof ProductService> {
    return this.#stub(ProductService);
  }
  /** Internal services and their keys. */
  get serviceAccounts(): Stub<typeof ServiceAccountService> {
    return this.#stub(ServiceAccountService);
  }
  /** Named sets of members. */
  get teams(): Stub<typeof TeamService> {
    return this.#stub(TeamService);
  }
  /** People with an account. */
  get users(): Stub<typeof UserService> {
    return this.#stub(UserService);
  }

  #stub<S extends DescService>(service: S): Stub<S> {
    const made = this.#stubs.get(service) ?? createClient(service, this.#calls);
    this.#stubs.set(service, made);
    return made as Stub<S>;
  }
}
