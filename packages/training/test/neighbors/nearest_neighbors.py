"""The exact nearest neighbors by faiss: reads the shapes and raw float32 files, prints indices and scores as JSON."""
import json, sys
import faiss, numpy as np

queries, base, dim, k = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
rows = lambda file: np.fromfile(file, dtype=np.float32).reshape(-1, dim)
q, b = rows(queries), rows(base)
faiss.normalize_L2(q)
faiss.normalize_L2(b)
index = faiss.IndexFlatIP(dim)
index.add(b)
scores, indices = index.search(q, k)
print(json.dumps({"scores": scores.tolist(), "indices": indices.tolist()}))
