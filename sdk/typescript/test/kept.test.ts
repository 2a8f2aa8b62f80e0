// What is kept is given only while it may be relied on. No server, and no clock but the test's.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { create } from "@bufbuild/protobuf";
import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { TimestampSchema } from "@bufbuild/protobuf/wkt";
import type { CacheOptions } from "@grantor/client";
import {
  CheckAccessResponseSchema,
  Decision,
  GrantorClient,
  GrantorError,
  InvalidationSchema,
  WatchAccessResponseSchema,
} from "@grantor/client";
import type * as Clock from "../dist/clock.js";
import type * as Inside from "../dist/kept.js";

type UnderWay = Inside.UnderWay;
const { Kept }: typeof Inside = await import(new URL("../../dist/kept.js", import.meta.url).href);
const { clock }: typeof Clock = await import(new URL("../../dist/clock.js", import.meta.url).href);

const HOME = "organizations/acme";
const DRIVE = `${HOME}/products/drive-1`;
/** What the database's clock shows when that of a test shows 0, in seconds. */
const BEGAN = 1_900_000_000;

type Told = MessageInitShape<typeof InvalidationSchema>;

/** A clock in seconds, and a server whose time is its. */
class World {
  now = 0;
  readonly kept: Inside.Kept;

  constructor(options: CacheOptions = {}) {
    this.kept = new Kept(HOME, options, () => this.now * 1000);
    this.begin();
  }

  begin() {
    this.kept.lose();
    this.tell("t0", { allSubjects: true });
  }

  tell(consistencyToken = "t1", invalidation?: Told, proved = this.now) {
    const provedTime = at(proved);
    const told = invalidation && { invalidation: create(InvalidationSchema, invalidation) };
    this.kept.take(create(WatchAccessResponseSchema, { consistencyToken, provedTime, ...told }));
  }

  ask(who = "users/a", resource = DRIVE): UnderWay {
    return this.kept.ask(who, "use", resource);
  }

  answer(question: UnderWay, until?: number, evaluated: number | undefined = this.now) {
    const message = create(CheckAccessResponseSchema, {
      decision: Decision.ALLOWED,
      evaluateTime: at(evaluated),
      ...(until !== undefined && { validUntil: at(until) }),
    });
    this.kept.answered(question, { ...ANSWER }, message);
    this.kept.over(question);
  }

  fill(who = "users/a", resource = DRIVE, until?: number) {
    this.answer(this.ask(who, resource), until);
  }

  has(who = "users/a", resource = DRIVE): boolean {
    return this.kept.find(who, "use", resource) !== undefined;
  }
}

const ANSWER = { allowed: true, reason: 2, path: undefined, validUntil: undefined, token: "t" };

function at(moment: number): Timestamp {
  const nanos = Math.round((moment % 1) * 1e9);
  return create(TimestampSchema, { seconds: BigInt(BEGAN + Math.floor(moment)), nanos });
}

describe("what is kept", () => {
  it("is given again, to that question alone", () => {
    const world = new World();
    assert.equal(world.has(), false);
    world.fill();
    const found = world.kept.find("users/a", "use", DRIVE);
    assert.deepEqual(found, { ...ANSWER, fromCache: true });
    assert.ok(Object.isFrozen(found));
    assert.equal(world.has("users/b"), false);
    assert.equal(world.has("users/a", HOME), false);
    assert.equal(world.kept.find("users/a", "see", DRIVE), undefined);
    assert.deepEqual(world.kept.stats, { hits: 1, asked: 1, keeping: true });
  });

  it("is taken by an invalidation of its subject, and by no other", () => {
    const world = new World();
    const people = ["users/a", "users/b", "users/c"];
    for (const who of people) {
      world.fill(who);
    }
    world.tell("t1", { subjects: ["users/a", "users/b"] });
    assert.deepEqual(
      people.map((who) => world.has(who)),
      [false, false, true],
    );
    world.tell();
    assert.ok(world.has("users/c"));
  });

  for (const told of [{ allSubjects: true }, {}]) {
    it(`is taken by an invalidation of all, or of what is not known: ${JSON.stringify(told)}`, () => {
      const world = new World();
      world.fill();
      const question = world.ask("users/b");
      world.tell("t1", told);
      world.answer(question);
      assert.deepEqual([world.has(), world.has("users/b")], [false, false]);
    });
  }

  it("is not what was under way when its invalidation came", () => {
    const world = new World();
    const [ofA, ofB] = [world.ask("users/a"), world.ask("users/b")];
    world.tell("t1", { subjects: ["users/a"] });
    world.answer(ofA);
    world.answer(ofB);
    assert.deepEqual([world.has("users/a"), world.has("users/b")], [false, true]);
  });

  it("is not what was under way across a new stream, nor asked before its first message", () => {
    const world = new World();
    const question = world.ask();
    world.kept.lose();
    const between = world.ask("users/b");
    assert.deepEqual(between.tokens, []);
    world.tell();
    world.answer(question);
    world.answer(between);
    assert.deepEqual([world.has(), world.has("users/b")], [false, false]);
  });

  it("was under way only until it was answered, or was not", () => {
    const world = new World();
    const question = world.ask();
    world.kept.over(question);
    world.tell("t1", { subjects: ["users/a"] });
    assert.equal(question.isVoid, false);
  });

  it("has seen the newest token", () => {
    const world = new World();
    assert.deepEqual(world.ask().tokens, ["t0"]);
    world.tell("t7");
    assert.deepEqual(world.ask().tokens, ["t7"]);
  });

  it("is forgotten with its stream, which says why it ended", () => {
    const world = new World();
    world.fill();
    const failure = new GrantorError("UNAVAILABLE", "gone");
    world.kept.lose(failure);
    assert.equal(world.has(), false);
    assert.equal(world.kept.failure, failure);
    assert.equal(world.kept.stats.keeping, false);
    world.tell();
    assert.equal(world.kept.failure, undefined);
    assert.equal(world.has(), false);
  });

  it("is not relied on where nothing newer is proved", () => {
    const world = new World();
    world.fill();
    world.now = 4.9;
    world.tell("t1", undefined, 0);
    assert.ok(world.has());
    world.now = 5;
    world.tell("t1", undefined, 0);
    assert.equal(world.has(), false);
    world.tell("t1", undefined, 0.5);
    assert.ok(world.has());
  });

  it("is not relied on where nothing was heard for 5 s", () => {
    const world = new World();
    world.tell("t1", undefined, 100);
    world.fill();
    world.now = 4.9;
    assert.ok(world.has());
    world.now = 5;
    assert.equal(world.has(), false);
    assert.equal(world.kept.stats.keeping, false);
  });

  it("is asked once a minute, to measure the clock again", () => {
    const world = new World();
    world.fill();
    world.now = 59.9;
    world.tell();
    assert.ok(world.has());
    world.now = 60;
    world.tell();
    assert.equal(world.has(), false);
    world.fill("users/b");
    assert.ok(world.has());
  });

  it("is judged by the clock as the question showed it that was sent last", () => {
    const world = new World();
    const slow = world.ask();
    world.now = 3;
    world.fill("users/b");
    // Answered last but sent first: by it the database's clock would show up to 9, by the other one 5.
    world.now = 5;
    world.tell("t1", undefined, 3.5);
    world.answer(slow, undefined, 4);
    assert.ok(world.has("users/b"));
    world.now = 8.5;
    world.tell("t1", undefined, 3.5);
    assert.equal(world.has("users/b"), false);
  });

  it("ends when it can change by itself", () => {
    const world = new World();
    world.fill("users/a", DRIVE, 3);
    world.now = 2.9;
    assert.ok(world.has());
    world.now = 3;
    assert.equal(world.has(), false);
  });

  it("ends by the clock of the database", () => {
    const world = new World();
    world.fill("users/a", DRIVE, 86_400);
    world.now = 86_390;
    world.tell("t1", undefined, 86_401);
    // This machine's clock is 10 s behind by now, as another answer shows.
    world.answer(world.ask("users/b"), undefined, 86_400);
    assert.deepEqual([world.has("users/b"), world.has()], [true, false]);
  });

  it("says of when it is", () => {
    const world = new World();
    const question = world.ask();
    const message = create(CheckAccessResponseSchema, { decision: Decision.ALLOWED });
    world.kept.answered(question, { ...ANSWER }, message);
    world.kept.over(question);
    world.fill("users/b");
    assert.equal(world.has(), false);
  });

  for (const other of ["organizations/globex", "organizations/acme2/products/d", `${HOME}2`]) {
    it(`is not of another organization: ${other}`, () => {
      const world = new World();
      const question = world.ask("users/a", other);
      assert.deepEqual(question.tokens, []);
      world.answer(question);
      world.fill();
      assert.equal(world.has("users/a", other), false);
    });
  }

  it("is nothing once it is closed, whatever comes", () => {
    const world = new World();
    world.fill();
    world.kept.close(new GrantorError("CANCELLED", "closed"));
    world.tell();
    world.fill();
    assert.equal(world.has(), false);
    world.kept.lose(new GrantorError("UNAVAILABLE", "gone"));
    assert.equal(world.kept.failure?.message, "closed");
  });
});

describe("how much is kept", () => {
  it("is no more than was said", () => {
    const world = new World({ maxAnswers: 10 });
    const people = Array.from({ length: 100 }, (_, number) => `users/${number}`);
    for (const who of people) {
      world.fill(who);
    }
    const kept = people.filter((who) => world.has(who));
    assert.deepEqual(kept, people.slice(95));
  });

  it("is first of all what is asked for, and an invalidation takes that too", () => {
    const world = new World({ maxAnswers: 10 });
    world.fill("users/often");
    for (let number = 0; number < 50; number++) {
      world.fill(`users/${number}`);
      assert.ok(world.has("users/often"));
    }
    world.tell("t1", { subjects: ["users/often"] });
    assert.equal(world.has("users/often"), false);
  });

  it("is invalidated in both generations", () => {
    const world = new World({ maxAnswers: 10 });
    for (let number = 0; number < 7; number++) {
      world.fill(`users/${number}`);
    }
    world.tell("t1", { subjects: ["users/0", "users/6"] });
    const left = [0, 1, 5, 6].map((number) => world.has(`users/${number}`));
    assert.deepEqual(left, [false, true, true, false]);
  });

  it("is counted without what was taken", () => {
    const world = new World({ maxAnswers: 10 });
    for (let number = 0; number < 22; number++) {
      world.fill("users/gone");
      world.tell("t1", { subjects: ["users/gone"] });
    }
    for (let number = 0; number < 8; number++) {
      world.fill(`users/${number}`);
    }
    assert.ok(world.has("users/0"));
  });

  it("is 2 answers at least, of one organization", () => {
    const client = new GrantorClient({ address: "http://127.0.0.1:1", key: "k" });
    for (const maxAnswers of [1, Number.NaN]) {
      assert.throws(() => client.cachedAccess(HOME, { maxAnswers }), /not at least 2/);
    }
    for (const name of ["acme", "organizations/", DRIVE, "grk_secret"]) {
      assert.throws(() => client.cachedAccess(name), {
        name: "ConfigurationError",
        message: "organization: it must be organizations/ID",
      });
    }
    const world = new World({ maxAnswers: 2 });
    world.fill();
    assert.ok(world.has());
    client.close();
  });
});

describe("the clock", () => {
  it("goes on while the machine is suspended, and never back", () => {
    let steady = 50;
    let wall = 1_000_000;
    const now = clock(
      () => steady,
      () => wall,
    );
    const shown = [now()];
    for (const [steadily, byTheWall] of [
      [10, 10],
      [10, 60_010],
      [10, -3_600_000],
      [10, 10],
      [10, 500],
      [10, 700],
    ] as const) {
      steady += steadily;
      wall += byTheWall;
      shown.push(now());
    }
    assert.deepEqual(shown, [50, 60, 60_070, 60_080, 60_090, 60_100, 61_290]);
  });
});
