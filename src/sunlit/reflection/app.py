# SPDX-License-Identifier: MIT
"""The pupils' listener: the book, the join page, and two routes. It knows no result."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from sunlit.reflection.body import PADDED, BadBody, parse
from sunlit.reflection.group_commit import Overloaded
from sunlit.reflection.moderation import WORRYING
from sunlit.reflection.rendering import asset_routes, page
from sunlit.reflection.security import bare
from sunlit.reflection.store import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

    from sunlit.reflection.service import Service

BOOK = "/book"

_STATUS = {
    Outcome.COUNTED: 204,
    Outcome.REPEATED: 204,
    Outcome.CLOSED: 410,
    Outcome.UNKNOWN: 404,
    Outcome.FULL: 409,
    Outcome.SLIP: 403,
}


def pupils_app(service: Service, book: Path | None) -> Starlette:
    """Return the application that phones talk to; ``book`` is the folder of the built book."""

    async def join(request: Request) -> Response:  # noqa: ARG001 (the same page for everyone)
        return page("join", service.help_card)

    async def home(request: Request) -> Response:  # noqa: ARG001 (the same answer for everyone)
        return RedirectResponse(f"{BOOK}/" if book else "/join", 307)

    async def here(request: Request) -> Response:
        """Tell a lesson page on the teacher's own machine where the control page is."""
        control = service.control if request.state.near else None
        return JSONResponse({"join": service.join, "control": control})

    async def find(request: Request) -> str | Response:
        given = request.path_params["code"]
        peer = request.state.peer
        scanned = len(given) == 32  # noqa: PLR2004 (a key cannot be guessed)
        if not scanned and not service.guesses.may_try(peer):
            return Response(status_code=429, headers={"retry-after": "1"})
        try:
            code = await run_in_threadpool(service.find, given)
        except ValueError:
            return Response(status_code=400)
        if code is None:
            if not scanned and await run_in_threadpool(service.was_open, given.upper()):
                return Response(status_code=410)
            service.guesses.wrong(peer)
            return Response(status_code=404)
        return code

    async def poll(request: Request) -> Response:
        """Say what is asked; nothing here changes while the poll is open."""
        code = await find(request)
        if isinstance(code, Response):
            return code
        spec = await run_in_threadpool(service.store.spec, code)
        return JSONResponse(
            {
                "code": code,
                "title": spec.title,
                "band": spec.band.removeprefix("ages-"),
                "items": [
                    {"id": i.id, "text": i.text, "options": list(i.options), "coin": i.coin}
                    for i in spec.items
                ],
                "free_text": spec.free_text,
                "worrying": list(WORRYING) if spec.free_text else [],
                "slips": spec.slips,
                "padded": PADDED,
            }
        )

    async def answers(request: Request) -> Response:
        """Take one body; 204 only when it is safe on disk."""
        raw = await request.body()
        code = await find(request)
        if isinstance(code, Response):
            return code
        try:
            spec = await run_in_threadpool(service.store.spec, code)
            body = await run_in_threadpool(parse, raw, spec)
        except BadBody:
            return Response(status_code=400)
        except LookupError:
            return Response(status_code=410)
        try:
            outcome = await asyncio.wrap_future(service.writer.submit(code, body))
        except Overloaded:
            return Response(status_code=503, headers={"retry-after": "2"})
        return Response(status_code=_STATUS[outcome])

    routes: list[Route | Mount] = [
        Route("/", home),
        Route("/join", join),
        Route("/api/here", here),
        Route("/api/join/{code}", poll),
        Route("/api/join/{code}/answers", answers, methods=["POST"]),
        *asset_routes("join", book),
    ]
    if book:
        routes.append(Route(BOOK, home))
        routes.append(Mount(BOOK, StaticFiles(directory=book, html=True)))
    app = Starlette(routes=routes, exception_handlers={HTTPException: bare, Exception: bare})
    app.router.redirect_slashes = False
    return app
