"""What is kept is given only while it may be relied on."""

import grpc
import pytest
from google.protobuf.timestamp_pb2 import Timestamp

from grantor import Answer, GrantorError, v1
from grantor.errors import closed
from grantor.kept import Kept, UnderWay
from grantor.proving import Proving

HOME = "organizations/acme"
DRIVE = f"{HOME}/products/drive-1"
FIRST, NEXT = "t0", "t1"
BEGAN = 1_900_000_000.0
"""What the database's clock shows when that of a test shows 0."""


class World:
    """A clock, and a server whose time is its."""

    def __init__(self, most: int = 100) -> None:
        self.now = 0.0
        self.kept = Kept(HOME, most, lambda: self.now)

    def tell(self, token: str = NEXT, *, subjects: tuple[str, ...] = (), proved: float | None = None) -> None:
        told = v1.Invalidation(subjects=subjects) if subjects else None
        when = at(self.now if proved is None else proved)
        self.kept.take(v1.WatchAccessResponse(invalidation=told, consistency_token=token, proved_time=when))

    def begin(self) -> None:
        self.kept.lose()
        first = v1.Invalidation(all_subjects=True)
        self.kept.take(v1.WatchAccessResponse(invalidation=first, consistency_token=FIRST, proved_time=at(self.now)))

    def ask(self, who: str = "users/a", resource: str = DRIVE) -> UnderWay:
        return self.kept.ask(who, "use", resource)

    def answer(self, question: UnderWay, until: float | None = None, evaluated: float | None = None) -> None:
        message = v1.CheckAccessResponse(
            decision=v1.DECISION_ALLOWED,
            valid_until=None if until is None else at(until),
            evaluate_time=at(self.now if evaluated is None else evaluated),
        )
        self.kept.answered(question, Answer(message, "id"))
        self.kept.over(question)

    def fill(self, who: str = "users/a", resource: str = DRIVE, until: float | None = None) -> None:
        self.answer(self.ask(who, resource), until)

    def has(self, who: str = "users/a", resource: str = DRIVE) -> bool:
        return self.kept.find(who, "use", resource) is not None


def at(moment: float) -> Timestamp:
    return Timestamp(seconds=int(BEGAN + moment), nanos=round((BEGAN + moment) % 1 * 1e9))


@pytest.fixture
def world() -> World:
    world = World()
    world.begin()
    return world


def test_what_was_answered_is_given_again(world: World) -> None:
    assert not world.has()
    world.fill()
    answer = world.kept.find("users/a", "use", DRIVE)
    assert answer is not None
    assert answer.allowed
    assert answer.from_cache
    assert not world.has("users/b")
    assert not world.has(resource=HOME)
    assert world.kept.find("users/a", "see", DRIVE) is None
    assert world.kept.stats == (1, 1, True)


def test_an_invalidation_takes_its_subjects_and_no_others(world: World) -> None:
    for who in ("users/a", "users/b", "users/c"):
        world.fill(who)
    world.tell(subjects=("users/a", "users/b"))
    assert [world.has(who) for who in ("users/a", "users/b", "users/c")] == [False, False, True]


@pytest.mark.parametrize("told", [v1.Invalidation(all_subjects=True), v1.Invalidation()])
def test_an_invalidation_of_all_or_of_what_is_not_known_takes_all(world: World, told: v1.Invalidation) -> None:
    world.fill()
    world.fill("users/b")
    world.kept.take(v1.WatchAccessResponse(invalidation=told, consistency_token=NEXT, proved_time=at(0)))
    assert not world.has()
    assert not world.has("users/b")


def test_a_sign_of_life_takes_nothing(world: World) -> None:
    world.fill()
    world.tell()
    assert world.has()


def test_an_answer_under_way_when_its_invalidation_comes_is_not_kept(world: World) -> None:
    of_a, of_b = world.ask("users/a"), world.ask("users/b")
    world.tell(subjects=("users/a",))
    world.answer(of_a)
    world.answer(of_b)
    assert not world.has("users/a")
    assert world.has("users/b")
    question = world.ask("users/c")
    world.kept.take(v1.WatchAccessResponse(invalidation=v1.Invalidation(all_subjects=True), consistency_token=NEXT))
    world.tell()
    world.answer(question)
    assert not world.has("users/c")


def test_an_answer_under_way_across_a_new_stream_is_not_kept(world: World) -> None:
    question = world.ask()
    world.begin()
    world.answer(question)
    assert not world.has()


def test_a_question_that_is_over_is_under_way_no_more(world: World) -> None:
    world.kept.over(world.ask())
    assert world.kept._under_way == {}


def test_what_is_asked_to_be_kept_has_seen_the_newest_token(world: World) -> None:
    assert world.ask().tokens == ("t0",)
    world.tell("t7")
    assert world.ask().tokens == ("t7",)


def test_before_the_first_message_of_a_stream_nothing_is_kept(world: World) -> None:
    world.kept.lose()
    question = world.ask()
    assert question.tokens == ()
    world.begin()
    world.answer(question)
    assert not world.has()


def test_a_stream_that_ended_gives_nothing(world: World) -> None:
    world.fill()
    failure = closed()
    world.kept.lose(failure)
    assert not world.has()
    assert [world.kept.failure] == [failure]
    assert not world.kept.stats.keeping
    world.tell()
    assert [world.kept.failure, world.has()] == [None, False]


def test_where_nothing_newer_is_proved_it_is_asked(world: World) -> None:
    world.fill()
    world.now = 4.9
    world.tell(proved=0)
    assert world.has()
    world.now = 5.0
    world.tell(proved=0)
    assert not world.has()
    world.tell(proved=0.1)
    assert world.has()


def test_where_nothing_was_heard_for_5_seconds_it_is_asked(world: World) -> None:
    world.tell(proved=100)
    world.fill()
    world.now = 4.9
    assert world.has()
    world.now = 5.0
    assert not world.has()


def test_the_clock_is_measured_again_each_minute(world: World) -> None:
    world.fill()
    world.now = 59.9
    world.tell()
    assert world.has()
    world.now = 60.0
    world.tell()
    assert not world.has()
    world.fill("users/b")
    assert world.has()


def test_the_clock_is_measured_from_when_it_was_asked(world: World) -> None:
    slow = world.ask()
    world.now = 3.0
    world.fill("users/b")
    # Answered last but sent first: by it the database's clock would show up to 9, by the other one 5.
    world.now = 5.0
    world.tell(proved=3.5)
    world.answer(slow, evaluated=4.0)
    assert world.has("users/b")
    world.now = 8.5
    world.tell(proved=3.5)
    assert not world.has("users/b")


def test_an_answer_ends_when_it_can_change_by_itself(world: World) -> None:
    world.fill(until=3.0)
    world.now = 2.9
    assert world.has()
    world.now = 3.0
    assert not world.has()


def test_an_answer_ends_by_the_clock_of_the_database(world: World) -> None:
    world.fill(until=86_400.0)
    world.now = 86_390.0
    world.tell(proved=86_401.0)
    # This machine's clock is 10 s behind by now, as another answer shows.
    world.answer(world.ask("users/b"), evaluated=86_400.0)
    assert world.has("users/b")
    assert not world.has()


def test_an_answer_that_does_not_say_of_when_it_is_is_not_kept(world: World) -> None:
    question = world.ask()
    world.kept.answered(question, Answer(v1.CheckAccessResponse(decision=v1.DECISION_ALLOWED), "id"))
    world.kept.over(question)
    world.fill("users/b")
    assert not world.has()


@pytest.mark.parametrize("resource", ["organizations/globex", "organizations/acme2/products/d", "organizations/acme2"])
def test_what_is_of_another_organization_is_never_kept(world: World, resource: str) -> None:
    question = world.ask(resource=resource)
    assert question.tokens == ()
    world.answer(question)
    world.fill()
    assert not world.has(resource=resource)


def test_no_more_is_kept_than_was_said() -> None:
    world = World(most=10)
    world.begin()
    for number in range(100):
        world.fill(f"users/{number}")
    kept = [number for number in range(100) if world.has(f"users/{number}")]
    assert kept == list(range(95, 100))


def test_what_is_asked_for_stays_in_either_generation() -> None:
    world = World(most=10)
    world.begin()
    world.fill("users/often")
    for number in range(50):
        world.fill(f"users/{number}")
        assert world.has("users/often")
    world.tell(subjects=("users/often",))
    assert not world.has("users/often")


def test_an_old_generation_is_invalidated_too() -> None:
    world = World(most=10)
    world.begin()
    for number in range(7):
        world.fill(f"users/{number}")
    world.tell(subjects=("users/0", "users/6"))
    assert [world.has(f"users/{number}") for number in (0, 1, 5, 6)] == [False, True, True, False]


def test_what_was_taken_does_not_count() -> None:
    world = World(most=10)
    world.begin()
    for _ in range(22):
        world.fill("users/gone")
        world.tell(subjects=("users/gone",))
    for number in range(8):
        world.fill(f"users/{number}")
    assert world.has("users/0")


def test_the_fewest_that_can_be_kept_is_two() -> None:
    with pytest.raises(ValueError, match="at least 2"):
        Kept(HOME, 1)
    world = World(most=2)
    world.begin()
    world.fill()
    assert world.has()


@pytest.mark.parametrize("name", ["acme", "organizations/", "organizations/acme/products/d", "grk_secret"])
def test_it_is_of_one_organization(name: str) -> None:
    with pytest.raises(ValueError, match="organizations/ID") as failed:
        Kept(name, 10)
    assert "secret" not in str(failed.value)


def test_closed_it_keeps_nothing_whatever_comes(world: World) -> None:
    world.fill()
    world.kept.close()
    world.tell()
    world.fill()
    assert not world.has()
    assert isinstance(world.kept.failure, GrantorError)
    world.kept.lose(closed())
    assert "make another" in world.kept.failure.message


def test_another_stream_forgets_what_was_kept_by_the_one_before(world: World) -> None:
    world.fill()
    Proving(world.kept).opened()
    world.tell()
    assert not world.has()


def test_a_server_that_is_away_is_tried_soon_and_one_that_refuses_every_10_seconds(world: World) -> None:
    proving = Proving(world.kept)
    away, refused = GrantorError(grpc.StatusCode.UNAVAILABLE, ""), GrantorError(grpc.StatusCode.PERMISSION_DENIED, "")
    assert 8 <= proving.wait_after(refused) <= 12
    waits = [proving.wait_after(away) for _ in range(10)]
    assert waits[0] < 0.2
    assert 8 <= waits[-1] <= 12
    proving.opened()
    proving.answered(v1.WatchAccessResponse())
    assert proving.wait_after(away) < 0.2
