# SPDX-License-Identifier: MIT
"""The teacher's listener, on loopback only: open, coarse counter, close, moderate, count paper."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

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
from sunlit.reflection.security import bare
from sunlit.reflection.service import HANDS_ONLY
from sunlit.reflection.spec import SpecError
from sunlit.reflection.store import Decision, FlagsWaiting, UnknownPoll

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from pathlib import Path

    from starlette.requests import Request

    from sunlit.reflection.service import Service

    Handler = Callable[[Request], Awaitable[Response]]


def _says(handler: Handler) -> Handler:
    """Turn what goes wrong into a status and one sentence that helps the teacher."""

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


def control_app(service: Service, book: Path | None = None) -> Starlette:  # noqa: C901 (one small function for each route)
    """Return the teacher's application; the guard around it asks for the secret on /api/."""
    store = service.store

    async def control(request: Request) -> Response:  # noqa: ARG001 (holds no secret)
        return page("control", service.help_card)

    async def wall(request: Request) -> Response:  # noqa: ARG001 (holds no secret)
        return page("wall", service.help_card)

    async def activities(request: Request) -> Response:  # noqa: ARG001 (the same for all)
        return JSONResponse(await run_in_threadpool(service.activities))

    async def polls(request: Request) -> Response:
        if request.method == "POST":
            wanted = await _sent(request)
            ticket, _, slips = await run_in_threadpool(service.open, wanted)
            state = await run_in_threadpool(service.state, ticket.code)
            return JSONResponse({**state, "key": ticket.key, "slips": slips}, status_code=201)

        def every() -> dict[str, Any]:
            return {
                "open": [service.state(code) for code in store.open_polls()],
                "closed": [service.state(code) for code in store.releases()],
                "waiting": dict(store.waiting()),
            }

        return JSONResponse(await run_in_threadpool(every))

    async def poll(request: Request) -> Response:
        code = request.path_params["code"]
        if request.method == "DELETE":
            await run_in_threadpool(store.forget, code)
            return Response(status_code=204)
        return JSONResponse(await run_in_threadpool(service.state, code))

    async def on_wall(request: Request) -> Response:
        """Answer the projector's polling; unchanged states cost no body."""
        code = request.path_params["code"]
        state = await run_in_threadpool(lambda: service.state(code, wall=True))
        tag = f'"{hashlib.sha256(json.dumps(state).encode()).hexdigest()[:16]}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"etag": tag})
        return JSONResponse(state, headers={"etag": tag})

    async def close(request: Request) -> Response:
        code = request.path_params["code"]
        await run_in_threadpool(store.close, code)
        return JSONResponse(await run_in_threadpool(service.state, code))

    async def change(request: Request) -> Response:
        return JSONResponse(await run_in_threadpool(service.change, request.path_params["code"]))

    async def texts(request: Request) -> Response:
        code = request.path_params["code"]
        queue = await run_in_threadpool(store.texts, code)
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

    async def decide(request: Request) -> Response:
        sent = await _sent(request)
        names = {decision.value: decision for decision in Decision}
        body = sent.get("body", "")
        if sent.get("decision") not in names or not isinstance(body, str) or len(body) > 280:  # noqa: PLR2004 (room for a redaction)
            raise SpecError(f"decision: wanted one of {', '.join(names)}")
        code, token = request.path_params["code"], request.path_params["token"]
        await run_in_threadpool(store.decide, code, token, names[sent["decision"]], body)
        return Response(status_code=204)

    async def tallies(request: Request) -> Response:
        """Release totals counted from paper or hands; the youngest are shown and dropped."""
        wanted = await _sent(request)
        counts = wanted.pop("counts", None)
        keep = wanted.pop("keep", True)
        if not isinstance(counts, list) or not all(isinstance(row, list) for row in counts):
            raise SpecError("counts: wanted one list of whole numbers for each item")

        def release() -> dict[str, Any]:
            spec = service.prepare(wanted)
            earlier = store.release(spec.follows) if spec.follows else None
            made = release_poll(spec, counts, before=earlier)
            kept = keep is True and spec.band != HANDS_ONLY
            return {"code": store.add_release(made) if kept else None, "release": made.as_dict()}

        return JSONResponse(await run_in_threadpool(release), status_code=201)

    async def paper(request: Request) -> Response:
        name, activity = request.path_params["name"], request.path_params["activity"]
        spec = service.polls().get(activity)
        if name not in PAPERS or spec is None:
            return Response(status_code=404)
        return await run_in_threadpool(paper_page, name, spec)

    app = Starlette(
        routes=[
            Route("/", control),
            Route("/wall", wall),
            Route("/papers/{name}/{activity:path}", paper),
            Route("/api/activities", _says(activities)),
            Route("/api/polls", _says(polls), methods=["GET", "POST"]),
            Route("/api/polls/{code}", _says(poll), methods=["GET", "DELETE"]),
            Route("/api/polls/{code}/wall", _says(on_wall)),
            Route("/api/polls/{code}/close", _says(close), methods=["POST"]),
            Route("/api/polls/{code}/change", _says(change)),
            Route("/api/polls/{code}/texts", _says(texts)),
            Route("/api/polls/{code}/texts/{token}", _says(decide), methods=["POST"]),
            Route("/api/tallies", _says(tallies), methods=["POST"]),
            *asset_routes("control", book),
        ],
        exception_handlers={HTTPException: bare, Exception: bare},
    )
    app.router.redirect_slashes = False
    return app
