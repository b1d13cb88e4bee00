"""Trains the reader further: (question, context and sentence) -> how well the sentence answers.

    pip install torch transformers onnx onnxruntime numpy
    python bench/reader/train.py --start READER.onnx --tokenizer TOKENIZER.json --out FOLDER --minutes 60 \
        --lists made-up-lists.jsonl:0.78 other-lists.jsonl:0.22

Each step shows the model lists of sentences, of which one answers the question or none does. The loss is the
cross-entropy over the sentences' scores and a fixed 0 that stands for "none of these". Weights and activations are
rounded to eight bits in the forward pass as the runtime will round them (straight-through gradients): a model trained
without that loses in rounding most of what it has learnt, since what it learns moves a weight by less than a step.
Writes FOLDER/model_quantized.onnx, int8 per channel. The lists come from `make-lists.ts` beside this file.
"""

import argparse
import json
import os
import random
import time
import types

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

SENTENCES, LISTS, MAX_TOKENS = 8, 12, 96
NONE_SHARE = 0.1  # answerable questions shown without their answer
FOLLOW_UP_SHARE = 0.12  # questions with another one of the same report in front, as follow-ups are searched for
RATE, WARM_UP = 6e-5, 40


class RoundWeight(torch.autograd.Function):
    """To signed eight bits, a scale for each output channel."""

    @staticmethod
    def forward(_, weight):
        step = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        return torch.round(weight / step).clamp(-127, 127) * step

    @staticmethod
    def backward(_, gradient):
        return gradient


class RoundActivation(torch.autograd.Function):
    """To unsigned eight bits, one scale and zero point for the whole tensor."""

    @staticmethod
    def forward(_, values):
        low, high = (bound.float().item() for bound in torch.aminmax(values))
        low, high = min(low, 0), max(high, 0)
        step = max((high - low) / 255, 1e-8)
        zero = round(-low / step)
        steps = values.float().div(step).round_().add_(zero).clamp_(0, 255).sub_(zero)
        return steps.mul_(step).to(values.dtype)

    @staticmethod
    def backward(_, gradient):
        return gradient


def round_in_forward(model):
    """Makes every linear layer compute with rounded weights and inputs. Clear the cache it gives before each step."""
    rounded = {}
    last = [None, None]  # query, key and value read the same input: it is rounded once

    def forward(layer, values):
        if id(layer) not in rounded:
            rounded[id(layer)] = RoundWeight.apply(layer.weight)
        if last[0] is not values:
            last[:] = values, RoundActivation.apply(values)
        return torch.nn.functional.linear(last[1], rounded[id(layer)], layer.bias)

    for layer in model.modules():
        if isinstance(layer, torch.nn.Linear):
            layer.forward = types.MethodType(forward, layer)
    return rounded


def open_model(path):
    """A model folder, or the weights out of an int8 ONNX file: named initializers, MatMul weights by their node's name."""
    if os.path.isdir(path):
        return BertForSequenceClassification.from_pretrained(path)
    graph = onnx.load(path).graph
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}

    def unrounded(name):
        zero, step = arrays[f"{name}_zero_point"], arrays[f"{name}_scale"]
        return (arrays[f"{name}_quantized"].astype(np.float32) - zero.astype(np.float32)) * step.astype(np.float32)

    shape = {"hidden_size": 384, "num_hidden_layers": 12, "num_attention_heads": 12, "intermediate_size": 1536}
    model = BertForSequenceClassification(BertConfig(**shape, num_labels=1))
    state = model.state_dict()
    for name, values in arrays.items():
        plain = name.removesuffix("_quantized")
        key = plain.removeprefix("m.")
        if key in state:
            values = values if plain == name else unrounded(plain)
            state[key] = torch.tensor(values if tuple(state[key].shape) == values.shape else values.T)
    for node in graph.node:
        key = node.name.removeprefix("/m/").replace("/MatMul_quant", "").replace("/", ".") + ".weight"
        if node.op_type == "MatMulInteger" and key in state:
            state[key] = torch.tensor(unrounded(node.input[1].removesuffix("_quantized")).T.copy())
    pooler = "bert.pooler.dense.weight"  # square, and stored the other way round
    state[pooler] = state[pooler].T.clone()
    model.load_state_dict(state)
    return model


class Lists:
    """Draws lists from several files in the shares asked for, each file shuffled and used up before it repeats."""

    def __init__(self, files):
        named = [spec.rsplit(":", 1) for spec in files]
        self.files = [[json.loads(line) for line in open(path)] for path, _ in named]
        self.shares = [float(share) for _, share in named]
        self.strays = [[other for item in items for other in item["others"]] for items in self.files]
        self.left = [[] for _ in self.files]
        self.of_report = {}
        for items in self.files:
            for item in items:
                if "report" in item:
                    self.of_report.setdefault(item["report"], []).append(item)

    def draw(self):
        """A question, SENTENCES sentences, and the place of the one that answers (SENTENCES when none does)."""
        file = random.choices(range(len(self.files)), self.shares)[0]
        if not self.left[file]:
            self.left[file] = random.sample(self.files[file], len(self.files[file]))
        item = self.left[file].pop()
        answered = bool(item["evidence"]) and random.random() > NONE_SHARE
        chosen = [random.choice(item["evidence"])] if answered else []
        if not item["evidence"]:
            near = item.get("near", [])
            chosen += random.sample(near, min(len(near), 2))
        # Made-up lists come with the hardest first, as the search found them.
        others = item["others"][: 3 * SENTENCES] if "report" in item else item["others"]
        chosen += random.sample(others, min(len(others), SENTENCES - len(chosen)))
        chosen += random.choices(self.strays[file], k=SENTENCES - len(chosen))
        question = self.after_another(item, chosen)
        order = random.sample(range(SENTENCES), SENTENCES)
        context = f"{item['context']}. " if item.get("context") else ""
        return question, [context + chosen[place] for place in order], order.index(0) if answered else SENTENCES

    def after_another(self, item, chosen):
        """Now and then the question as a follow-up; a sentence that answers the earlier one is then a wrong one."""
        question = item["question"]
        if "report" not in item or random.random() > FOLLOW_UP_SHARE:
            return question
        earlier = random.choice(self.of_report[item["report"]])
        if earlier["question"] == question:
            return question
        known = {*item["evidence"], *item.get("partly", [])}
        wrong = [sentence for sentence in earlier["evidence"] if sentence not in known]
        if wrong:
            chosen[-1] = random.choice(wrong)
        return f"{earlier['question']} {question}"


def score(model, tokenizer, questions, sentences):
    """Scores in order. Pairs of like length go together: padding costs as much as words."""
    order = sorted(range(len(questions)), key=lambda at: len(questions[at]) + len(sentences[at]))
    quarter, parts = len(order) // 4, []
    for start in range(0, len(order), quarter):
        part = order[start : start + quarter]
        batch = tokenizer(
            [questions[at] for at in part],
            [sentences[at] for at in part],
            truncation=True,
            max_length=MAX_TOKENS,
            padding=True,
            return_tensors="pt",
        )
        kinds = [[1 if one == 1 else 0 for one in batch.sequence_ids(row)] for row in range(len(part))]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            parts.append(model(**{**batch, "token_type_ids": torch.tensor(kinds)}).logits.float()[:, 0])
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(parts)[back]


def export(folder):
    # Plain attention: the fused kind does not trace.
    model = BertForSequenceClassification.from_pretrained(folder, attn_implementation="eager").eval()

    class Scores(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.m = model

        def forward(self, input_ids, attention_mask, token_type_ids):
            return self.m(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).logits

    names = ["input_ids", "attention_mask", "token_type_ids"]
    ids = torch.ones(2, 16, dtype=torch.long)
    axes = {name: {0: "batch", 1: "sequence"} for name in names} | {"logits": {0: "batch"}}
    full = f"{folder}/fp32.onnx"
    torch.onnx.export(
        Scores(),
        (ids, ids, torch.zeros_like(ids)),
        full,
        input_names=names,
        output_names=["logits"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(full, f"{folder}/model_quantized.onnx", weight_type=QuantType.QInt8, per_channel=True)


def main():
    flags = argparse.ArgumentParser()
    for name in ("start", "tokenizer", "out"):
        flags.add_argument(f"--{name}", required=True)
    flags.add_argument("--lists", nargs="+", required=True)
    flags.add_argument("--minutes", type=float, default=60)
    flags.add_argument("--frozen", type=int, default=0, help="lower layers left as they are, which saves their time")
    flags.add_argument("--mean", action="store_true", help="write the mean of the weights at the start and at the end")
    args = flags.parse_args()
    torch.manual_seed(0)
    random.seed(0)
    marks = {"pad_token": "[PAD]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=args.tokenizer, **marks)
    model = open_model(args.start).train()
    start = {name: values.clone() for name, values in model.state_dict().items()} if args.mean else {}
    for part in [model.bert.embeddings, *model.bert.encoder.layer[: args.frozen]]:
        for weight in part.parameters():
            weight.requires_grad_(False)
    rounded = round_in_forward(model)
    optimizer = torch.optim.AdamW([one for one in model.parameters() if one.requires_grad], lr=RATE, weight_decay=0.01)
    lists, begun, step, losses = Lists(args.lists), time.time(), 0, []
    while (done := (time.time() - begun) / 60 / args.minutes) < 1:
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / WARM_UP) * max(0.02, 1 - done)
        rounded.clear()
        questions, sentences, targets = zip(*(lists.draw() for _ in range(LISTS)))
        pairs = [(question, one) for question, some in zip(questions, sentences) for one in some]
        scores = score(model, tokenizer, [pair[0] for pair in pairs], [pair[1] for pair in pairs])
        with_none = torch.cat([scores.view(LISTS, SENTENCES), torch.zeros(LISTS, 1)], 1)
        loss = torch.nn.functional.cross_entropy(with_none, torch.tensor(targets))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        step += 1
        losses.append(loss.item())
        if step % 20 == 0:
            print(f"step {step}, {done:.0%}, loss {np.mean(losses[-40:]):.3f}", flush=True)
        if step % 100 == 0:
            model.save_pretrained(f"{args.out}/checkpoint")
    with torch.no_grad():
        for name, values in model.named_parameters():
            if args.mean:
                values.copy_((values + start[name]) / 2)
    model.save_pretrained(args.out)
    export(args.out)


if __name__ == "__main__":
    main()
