# SPDX-License-Identifier: MIT
"""The teacher's listener, on loopback only: open, coarse counter, close, moderate, count paper."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sunlit.reflection.body import BadBody, read_json
from sunlit.reflection.paper_page import paper_page
from sunlit.reflection.papers import PAPERS
from sunlit.reflection.release import release_poll
from sunlit.reflection.rendering import asset_routes, page
from sunlit.reflection.security import WALL, bare
from sunlit.reflection.service import HANDS_ONLY
from sunlit.reflection.spec import SpecError
from sunlit.reflection.store import Decision, FlagsWaiting, UnknownPoll

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from starlette.requests import Request

    from sunlit.reflection.help_card import HelpCard
    from sunlit.reflection.service import Service

    Handler = Callable[[Request], Awaitable[Response]]

LONGEST_REDACTION = 280


def _says(handler: Handler) -> Handler:
    """Turn what goes wrong into a status and one sentence that helps the teacher."""

    @wraps(handler)
    async def handled(request: Request) -> Response:
        try:
            return await handler(request)
        except BadBody:
            return _wrong(400, "the request holds no such JSON")
        except UnknownPoll:
            return _wrong(404, "no such poll")
        except FlagsWaiting:
            return _wrong(409, "a flagged message waits to be handled")
        except ValueError as error:
            return _wrong(422, str(error))

    return handled


def _wrong(status: int, sentence: str) -> Response:
    return JSONResponse({"error": sentence}, status_code=status)


async def _sent(request: Request) -> dict[str, Any]:
    value = read_json(await request.body())
    if not isinstance(value, dict):
        raise BadBody("wanted an object")
    return value


class _Routes:
    """What the teacher's listener answers; the guard around it asks for the secret on /api/."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.store = service.store

    async def control(self, _: Request) -> Response:
        """Give the teacher's page; it holds no secret."""
        return page("control", self._card())

    async def wall(self, _: Request) -> Response:
        """Give the projector's page; it holds no secret."""
        return page("wall", self._card())

    def _card(self) -> HelpCard:
        """Return the help card; its link leads to the pupils' listener, which has the book."""
        card = self.service.help_card
        return replace(card, more=urljoin(self.service.site, card.more)) if card.more else card

    async def paper(self, request: Request) -> Response:
        """Give a paper of an activity, ready to print."""
        name = request.path_params["name"]
        wanted: dict[str, Any] = {"activity": request.path_params["activity"]}
        given = request.query_params
        wanted |= {key: given[key] == "true" for key in ("sensitive", "slips") if key in given}
        if given.get("free_text"):
            wanted["free_text"] = given["free_text"]
        try:
            spec = self.service.prepare(wanted)
        except SpecError:
            return Response(status_code=404)
        if name not in PAPERS:
            return Response(status_code=404)
        return await run_in_threadpool(paper_page, name, spec)

    async def activities(self, _: Request) -> Response:
        """List what can be opened."""
        return JSONResponse(await run_in_threadpool(self.service.activities))

    async def polls(self, request: Request) -> Response:
        """List what is open or released; a POST opens an activity."""
        if request.method == "POST":
            wanted = await _sent(request)
            ticket, _, slips = await run_in_threadpool(self.service.open, wanted)
            state = await run_in_threadpool(self.service.state, ticket.code)
            return JSONResponse({**state, "key": ticket.key, "slips": slips}, status_code=201)

        def every() -> dict[str, Any]:
            return {
                "open": [self.service.state(code) for code in self.store.open_polls()],
                "closed": [self.service.state(code) for code in self.store.releases()],
                "waiting": dict(self.store.waiting()),
            }

        return JSONResponse(await run_in_threadpool(every))

    async def poll(self, request: Request) -> Response:
        """Give one poll; a DELETE forgets its release."""
        code = request.path_params["code"]
        if request.method == "DELETE":
            await run_in_threadpool(self.store.forget, code)
            return Response(status_code=204)
        return JSONResponse(await run_in_threadpool(self.service.state, code))

    async def on_wall(self, request: Request) -> Response:
        """Answer the projector's polling; unchanged states cost no body."""
        code = request.path_params["code"]
        state = await run_in_threadpool(lambda: self.service.state(code, wall=True))
        answer = JSONResponse(state)
        tag = f'"{hashlib.sha256(answer.body).hexdigest()[:16]}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"etag": tag})
        answer.headers["etag"] = tag
        return answer

    async def close(self, request: Request) -> Response:
        """Close and release; a second close changes nothing."""
        code = request.path_params["code"]
        await run_in_threadpool(self.store.close, code)
        return JSONResponse(await run_in_threadpool(self.service.state, code))

    async def change(self, request: Request) -> Response:
        """Say what changed since the poll that this one follows."""
        code = request.path_params["code"]
        return JSONResponse(await run_in_threadpool(self.service.change, code))

    async def texts(self, request: Request) -> Response:
        """List the texts of a closed poll."""
        queue = await run_in_threadpool(self.store.texts, request.path_params["code"])
        return JSONResponse(
            [
                {
                    "token": text.token,
                    "body": text.body,
                    "flag": text.flag,
                    "decision": text.decision.value if text.decision else None,
                }
                for text in queue
            ]
        )

    async def decide(self, request: Request) -> Response:
        """Record the teacher's decision on one text."""
        sent = await _sent(request)
        names = {decision.value: decision for decision in Decision}
        wanted, body = sent.get("decision"), sent.get("body", "")
        if not isinstance(wanted, str) or wanted not in names:
            raise SpecError(f"decision: wanted one of {', '.join(names)}")
        if not isinstance(body, str) or len(body) > LONGEST_REDACTION:
            raise SpecError(f"body: wanted a text of at most {LONGEST_REDACTION} characters")
        code, token = request.path_params["code"], request.path_params["token"]
        await run_in_threadpool(self.store.decide, code, token, names[wanted], body)
        return Response(status_code=204)

    async def tallies(self, request: Request) -> Response:
        """Release totals counted from paper or hands; the youngest are shown and dropped."""
        wanted = await _sent(request)
        counts = wanted.pop("counts", None)
        keep = wanted.pop("keep", True)
        if not isinstance(counts, list) or not all(isinstance(row, list) for row in counts):
            raise SpecError("counts: wanted one list of whole numbers for each item")

        def release() -> dict[str, Any]:
            spec = self.service.prepare(wanted)
            spec.require_notice()
            earlier = self.store.release(spec.follows) if spec.follows else None
            made = release_poll(spec, counts, before=earlier)
            kept = keep is True and spec.band != HANDS_ONLY
            return {
                "code": self.store.add_release(made) if kept else None,
                "release": made.as_dict(),
            }

        return JSONResponse(await run_in_threadpool(release), status_code=201)


def control_app(service: Service, book: Path | None = None) -> Starlette:
    """Return the teacher's application; ``book`` lends its typeface."""
    routes = _Routes(service)
    one = "/api/polls/{code}"
    app = Starlette(
        routes=[
            Route("/", routes.control),
            Route(WALL, routes.wall),
            Route("/papers/{name}/{activity:path}", routes.paper),
            Route("/api/activities", _says(routes.activities)),
            Route("/api/polls", _says(routes.polls), methods=["GET", "POST"]),
            Route(one, _says(routes.poll), methods=["GET", "DELETE"]),
            Route(f"{one}/wall", _says(routes.on_wall)),
            Route(f"{one}/close", _says(routes.close), methods=["POST"]),
            Route(f"{one}/change", _says(routes.change)),
            Route(f"{one}/texts", _says(routes.texts)),
            Route(f"{one}/texts/{{token}}", _says(routes.decide), methods=["POST"]),
            Route("/api/tallies", _says(routes.tallies), methods=["POST"]),
            *asset_routes("control", book),
        ],
        exception_handlers={HTTPException: bare, Exception: bare},
    )
    app.router.redirect_slashes = False
    return app
