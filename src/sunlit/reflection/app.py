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
from sunlit.reflection.spec import MOST_PICKED
from sunlit.reflection.store import KEY_BYTES, Outcome

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


class _Routes:
    """What the pupils' listener answers."""

    def __init__(self, service: Service, book: Path | None) -> None:
        self.service = service
        self.book = book

    async def join(self, _: Request) -> Response:
        """Give everyone the same page."""
        return page("join", self.service.help_card)

    async def home(self, _: Request) -> Response:
        """Lead to the book, or to the join page."""
        return RedirectResponse(f"{BOOK}/" if self.book else "/join", 307)

    async def here(self, request: Request) -> Response:
        """Tell a lesson page on the teacher's own machine where the control page is."""
        control = self.service.control if request.state.near else None
        return JSONResponse({"join": self.service.join, "control": control})

    async def poll(self, request: Request) -> Response:
        """Say what is asked; nothing here changes while the poll is open."""
        code = await self._code(request)
        spec = self.service.store.spec(code)
        return JSONResponse(
            {
                "code": code,
                "title": spec.title,
                "band": spec.band.removeprefix("ages-"),
                "items": [
                    {
                        "id": i.id,
                        "text": i.text,
                        "group": i.group,
                        "options": list(i.options),
                        "coin": i.coin,
                    }
                    for i in spec.items
                ],
                "most_picked": MOST_PICKED,
                "free_text": spec.free_text,
                "worrying": list(WORRYING) if spec.free_text else [],
                "slips": spec.slips,
                "padded": PADDED,
            }
        )

    async def answers(self, request: Request) -> Response:
        """Take one body; 204 only when it is safe on disk."""
        raw = await request.body()
        code = await self._code(request)
        try:
            body = parse(raw, self.service.store.spec(code))
        except BadBody:
            return Response(status_code=400)
        except LookupError:
            return Response(status_code=410)
        try:
            outcome = await asyncio.wrap_future(self.service.writer.submit(code, body))
        except Overloaded:
            return Response(status_code=503, headers={"retry-after": "2"})
        return Response(status_code=_STATUS[outcome])

    async def _code(self, request: Request) -> str:
        """Return the code of the open poll that the address names, or end the request."""
        given, peer = request.path_params["code"], request.state.peer
        guessable = len(given) != 2 * KEY_BYTES
        guesses = self.service.guesses
        if guessable and not guesses.may_try(peer):
            raise HTTPException(429, headers={"retry-after": "1"})
        try:
            code = self.service.find(given)
        except ValueError as error:
            raise HTTPException(400) from error
        if code is not None:
            return code
        if guessable and await run_in_threadpool(self.service.store.is_released, given.upper()):
            raise HTTPException(410)
        guesses.wrong(peer)
        raise HTTPException(404)


def pupils_app(service: Service, book: Path | None) -> Starlette:
    """Return the application that phones talk to; ``book`` is the folder of the built book."""
    routes = _Routes(service, book)
    table: list[Route | Mount] = [
        Route("/", routes.home),
        Route("/join", routes.join),
        Route("/api/here", routes.here),
        Route("/api/join/{code}", routes.poll),
        Route("/api/join/{code}/answers", routes.answers, methods=["POST"]),
        *asset_routes("join", book),
    ]
    if book:
        table.append(Route(BOOK, routes.home))
        table.append(Mount(BOOK, StaticFiles(directory=book, html=True)))
    app = Starlette(routes=table, exception_handlers={HTTPException: bare, Exception: bare})
    app.router.redirect_slashes = False
    return app
