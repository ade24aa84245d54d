"""The templates of the page as the template engine compiled them, kept in the cache: 0.3 s of CPU a run otherwise."""

from __future__ import annotations

from hashlib import sha256

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from variorum.cache import load_bytes, save_bytes


class CompiledTemplates(BytecodeCache):
    """Templates in our cache; the engine checks that they fit the template's text and its own version."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if the template was compiled before; a file that cannot be read is none."""
        known = load_bytes("templates", _name(bucket))
        if known is None:
            return
        try:
            bucket.bytecode_from_string(known)
        except Exception:  # noqa: BLE001  # whatever a spoilt file makes the engine's reader raise
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        save_bytes("templates", _name(bucket), bucket.bytecode_to_string())


def _name(bucket: Bucket) -> str:
    """Return the name of a template's file in the cache: what is compiled with other settings is another file."""
    engine = bucket.environment
    settings = repr((engine.autoescape, engine.trim_blocks, engine.lstrip_blocks))
    return f"{bucket.key}-{sha256(settings.encode()).hexdigest()[:8]}.jinja"
