// What both clients export: errors, questions, watches, and the messages and services of the API.

export type { BaseClient } from "./base-client.js";
export { CachedAccess } from "./cached-access.js";
export { CheckStream } from "./check-stream.js";
export type { GrpcCode } from "./code.js";
export type { ErrorParts, FieldViolation } from "./errors.js";
export { ConfigurationError, GrantorError } from "./errors.js";
export * from "./gen/google/rpc/error_details_pb.js";
export * from "./gen/grantor/v1/access_changes_pb.js";
export * from "./gen/grantor/v1/access_organizations_pb.js";
export * from "./gen/grantor/v1/access_path_pb.js";
export * from "./gen/grantor/v1/access_pb.js";
export * from "./gen/grantor/v1/access_watch_pb.js";
export * from "./gen/grantor/v1/audit_pb.js";
export * from "./gen/grantor/v1/authorization_pb.js";
export * from "./gen/grantor/v1/catalog_pb.js";
export * from "./gen/grantor/v1/change_request_pb.js";
export * from "./gen/grantor/v1/consistency_pb.js";
export * from "./gen/grantor/v1/effect_pb.js";
export * from "./gen/grantor/v1/error_pb.js";
export * from "./gen/grantor/v1/grant_pb.js";
export * from "./gen/grantor/v1/invitation_pb.js";
export * from "./gen/grantor/v1/made_thing_pb.js";
export * from "./gen/grantor/v1/member_pb.js";
export * from "./gen/grantor/v1/organization_pb.js";
export * from "./gen/grantor/v1/partner_pb.js";
export * from "./gen/grantor/v1/partnership_pb.js";
export * from "./gen/grantor/v1/platform_pb.js";
export * from "./gen/grantor/v1/product_pb.js";
export * from "./gen/grantor/v1/quota_pb.js";
export * from "./gen/grantor/v1/right_pb.js";
export * from "./gen/grantor/v1/role_pb.js";
export * from "./gen/grantor/v1/scope_pb.js";
export * from "./gen/grantor/v1/service_account_pb.js";
export * from "./gen/grantor/v1/team_pb.js";
export * from "./gen/grantor/v1/user_pb.js";
export * from "./gen/grantor/v1/user_state_pb.js";
export * from "./gen/grantor/v1/watch_pb.js";
export type { CachedAnswer, CacheOptions, CacheStats } from "./kept.js";
export type { CommonOptions } from "./options.js";
export type { ItemOf } from "./pages.js";
export type {
  Answer,
  Answers,
  AskOptions,
  CallOptions,
  CheckOptions,
  Explanation,
  NoAnswer,
  OneAnswer,
  Question,
} from "./questions.js";
export type { ChangeEvent, WatchOptions, WatchStart } from "./watch.js";
export { Watch } from "./watch.js";
