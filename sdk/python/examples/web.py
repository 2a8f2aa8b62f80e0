"""A web service that asks for access: GET /drives/DRIVE for the user of the header X-User.

    uvicorn web:app

200 where the user may use the drive, 403 where not, 503 where Grantor can't be asked: without an
answer nobody gets in. GRANTOR_ADDRESS and GRANTOR_KEY say where and who. X-User stands for whatever
tells who signed in; a real service does not believe a header.
"""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import FastAPI, Header, HTTPException, Path

from grantor import GrantorError
from grantor.aio import Client

ID = r"^[a-z0-9-]{1,63}$"

client = Client(timeout=1)


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    """One client, as long as the service runs."""
    async with client:
        yield


app = FastAPI(lifespan=lifespan)


@app.get("/drives/{drive}")
async def drive(drive: Annotated[str, Path(pattern=ID)], x_user: Annotated[str, Header(pattern=ID)]) -> dict[str, str]:
    """What is in a drive, for whoever may use it."""
    try:
        answer = await client.check(f"users/{x_user}", "kdrive/use", f"organizations/acme/products/{drive}")
    except GrantorError as error:
        logging.exception("no answer from Grantor, request %s", error.request_id)
        raise HTTPException(503, "access can't be checked now; try again later") from error
    if not answer:
        raise HTTPException(403, f"{x_user} may not use {drive}")
    return {"drive": drive, "reason": answer.reason_name}
