"""schema.org as types of TypeScript (`schema-dts`), which its compiler holds a document against."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

MODULES = Path(__file__).parent / "node_modules"


def errors(folder: Path, documents: dict[str, list[Any]]) -> list[str]:
    """Return what the compiler says of documents, given by the name of their type; skip where it is not here.

    Excess properties are errors to it, as are values of another type and members that an enumeration does not have.
    """
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    if not (MODULES / "schema-dts").is_dir() or not (MODULES / "typescript").is_dir():
        pytest.skip("schema-dts is not installed: npm install --prefix tests/interop")
    lines = [f'import type {{ {", ".join(documents)}, WithContext }} from "schema-dts";']
    for name, values in documents.items():
        lines += [
            f"export const {name}{number}: WithContext<{name}> = {json.dumps(value)};"
            for number, value in enumerate(values)
        ]
    (folder / "documents.ts").write_text("\n".join(lines), encoding="utf-8")
    options = {
        "strict": True,
        "noEmit": True,
        "module": "nodenext",
        "target": "es2022",
        "types": [],
        "paths": {"schema-dts": [str(MODULES / "schema-dts/dist/schema.d.ts")]},
    }
    settings = folder / "tsconfig.json"
    settings.write_text(json.dumps({"compilerOptions": options, "files": ["documents.ts"]}), encoding="utf-8")
    done = subprocess.run(
        [node, MODULES / "typescript/bin/tsc", "--project", settings], capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0 or "documents.ts" in done.stdout, done.stdout + done.stderr
    return [line for line in done.stdout.splitlines() if line.startswith("documents.ts") or "/documents.ts" in line]
