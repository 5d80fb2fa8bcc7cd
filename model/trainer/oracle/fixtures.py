"""Runs the course's model in Hugging Face's transformers and keeps what comes out: model/fixtures.

Nobody here wrote that code, so it says whether ours is right. Set it up and run it from this folder:

    python3 -m venv .venv && .venv/bin/pip install torch transformers && .venv/bin/python fixtures.py

It reads prompts.json (`cargo run --release -- prompts`) and the exported model, and writes

* ../../fixtures/forward.json: each prompt with its token ids; versions; the weights' SHA-256;
  the greedy text
* ../../fixtures/forward.safetensors, all in f32:
  * logits.0, logits.1, ...: [V], the logits after the last token of each prompt
  * stream.0 ... stream.L+1: [T, d], the first prompt's residual stream: after the embeddings, after
    each of the L blocks, and after the final norm
  * attention.0: [heads, T, T], the first prompt's attention probabilities in the first block
"""

import hashlib
import json
import sys
from pathlib import Path

import torch
import transformers
from safetensors.torch import save_file
from transformers import AutoTokenizer, GPT2LMHeadModel

HERE = Path(__file__).resolve().parent
MODEL = HERE.parent.parent
START = "<|endoftext|>"


def traced(model, ids):
    """The logits, the residual stream after every part, and the first block's attention."""
    stream = []
    parts = [model.transformer.drop, *model.transformer.h, model.transformer.ln_f]

    def keep(_module, _inputs, output):
        x = output[0] if isinstance(output, tuple) else output
        stream.append(x.reshape(-1, x.shape[-1]))  # [T, d]

    hooks = [part.register_forward_hook(keep) for part in parts]
    out = model(torch.tensor([ids]), output_attentions=True)
    for hook in hooks:
        hook.remove()
    return out.logits[0], stream, out.attentions[0][0]


def main():
    prompts = json.loads((HERE / "prompts.json").read_text(encoding="utf-8"))["prompts"]
    tokenizer = AutoTokenizer.from_pretrained(MODEL)
    model, report = GPT2LMHeadModel.from_pretrained(
        MODEL, dtype=torch.float32, attn_implementation="eager", output_loading_info=True
    )
    wrong = {kind: names for kind, names in report.items() if names}
    if wrong:
        sys.exit(f"the model should load as it stands; transformers says: {wrong}")
    model.eval()
    torch.manual_seed(0)

    kept, tensors = [], {}
    with torch.no_grad():
        for i, text in enumerate(prompts):
            ids = tokenizer.encode(START + text)
            logits, stream, attention = traced(model, ids)
            tensors[f"logits.{i}"] = logits[-1].contiguous()
            kept.append({"text": text, "ids": ids})
            if i == 0:
                for layer, x in enumerate(stream):
                    tensors[f"stream.{layer}"] = x.contiguous()
                tensors["attention.0"] = attention.contiguous()
        start = torch.tensor([tokenizer.encode(START + "Once upon a time")])
        greedy = model.generate(start, do_sample=False, max_new_tokens=200, pad_token_id=start[0, 0].item())

    folder = MODEL / "fixtures"
    folder.mkdir(exist_ok=True)
    save_file(tensors, folder / "forward.safetensors")
    said = {
        "made_by": f"transformers {transformers.__version__}, torch {torch.__version__.split('+')[0]}",
        "model": hashlib.sha256((MODEL / "model.safetensors").read_bytes()).hexdigest(),
        "prompts": kept,
        "greedy": {"prompt": "Once upon a time", "ids": greedy[0].tolist()},
    }
    (folder / "forward.json").write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
    print(f"{len(kept)} prompts, {len(tensors)} tensors written to {folder.name}/; {said['made_by']}")


main()
