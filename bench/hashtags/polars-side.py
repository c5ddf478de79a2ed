"""The other half of prepare.mjs: a plain script in Polars from the same posts to counts, labels and splits.

It does less than `hashsight prepare`: which hashtags are one class, and which say nothing, it takes from the
vocabulary that hashsight wrote; it looks at no pairs, no authors, no days, and keeps no record of what it set aside.

    python polars-side.py posts.jsonl vocabulary.json out.parquet MIN_COUNT
"""

import json
import sys
import time

import polars as pl

POST = pl.Struct({"id": pl.String, "image": pl.String, "hashtags": pl.List(pl.String), "author": pl.String})
VALIDATION_OF_TEN = 1

stages = {}
started = time.perf_counter()


def ends(stage):
    global started
    now = time.perf_counter()
    stages[stage] = round(now - started, 3)
    started = now


def read_posts(file):
    """The usable posts. Polars gives up at a line that is no JSON or no post, so what looks like one goes first."""
    line = pl.col("line")
    is_post = line.str.starts_with('{"') & line.str.ends_with("}") & ~line.str.contains(r"[\[,]\{")
    is_usable = pl.col("id").is_not_null() & pl.col("image").is_not_null() & ~pl.col("image").str.starts_with("..")
    return (
        pl.scan_lines(file)
        .filter(is_post)
        .select(line.str.json_decode(POST).alias("post"))
        .unnest("post")
        .filter(is_usable)
    )


def without_repeated(posts):
    """Each id once. `unique` on whole posts takes twice as long as looking for the few ids that are repeated."""
    repeated = posts.group_by("id").len().filter(pl.col("len") > 1).select("id").collect(engine="streaming")
    first = posts.join(repeated.lazy(), on="id", how="semi").unique(subset="id", keep="any").collect(engine="streaming")
    return pl.concat([posts.join(repeated.lazy(), on="id", how="anti"), first.lazy()])


def normalised(hashtag):
    return hashtag.str.normalize("NFKC").str.to_lowercase().str.replace_all(r"[#\s_-]", "")


def count_hashtags(posts):
    """How often each hashtag is written, by its spelling; normalising these is less work than normalising each use."""
    return (
        posts.select(pl.col("hashtags").explode(empty_as_null=False).alias("spelling"))
        .drop_nulls()
        .group_by("spelling")
        .len("count")
        .with_columns(normalised(pl.col("spelling")).alias("hashtag"))
        .collect(engine="streaming")
    )


def class_of_spellings(spellings, vocabulary, min_count):
    classes = pl.DataFrame(
        [
            {"hashtag": hashtag, "class": index}
            for index, entry in enumerate(vocabulary["classes"])
            for hashtag in entry["hashtags"]
        ],
        schema={"hashtag": pl.String, "class": pl.Int32},
    ).unique(subset="hashtag", keep="first")
    stop_list = [entry["hashtag"] for entry in vocabulary["dropped"] if not entry["reason"].startswith("rare")]
    # Hashtags below the least count are in a class where their synonyms bring it above.
    frequent = spellings.filter(~pl.col("hashtag").is_in(stop_list)).join(classes, on="hashtag")
    totals = frequent.group_by("class").agg(pl.col("count").sum().alias("total"))
    return frequent.join(totals.filter(pl.col("total") >= min_count), on="class").select("spelling", "class")


def label(posts, class_of):
    """Through an enum, which is made once; `replace_strict` from texts makes its table anew for each piece of the file."""
    class_of = class_of.sort("spelling")
    spelling = pl.element().cast(pl.Enum(class_of["spelling"]), strict=False).to_physical()
    positions = pl.int_range(len(class_of), eager=True)
    to_class = spelling.replace_strict(positions, class_of["class"], default=None, return_dtype=pl.Int32)
    is_validation = pl.coalesce("author", "id").hash(seed=0) % 10 < VALIDATION_OF_TEN
    return (
        posts.with_columns(labels=pl.col("hashtags").list.eval(to_class).list.drop_nulls().list.unique().list.sort())
        .filter(pl.col("labels").list.len() > 0)
        .select(
            pl.col("id").alias("post"),
            "image",
            pl.when(is_validation).then(pl.lit("validation")).otherwise(pl.lit("train")).alias("split"),
            "labels",
        )
    )


def main():
    file, vocabulary_file, out, min_count = sys.argv[1:]
    with open(vocabulary_file, encoding="utf8") as text:
        vocabulary = json.load(text)
    ends("start")
    posts = without_repeated(read_posts(file))
    ends("repeated ids")
    spellings = count_hashtags(posts)
    ends("count")
    class_of = class_of_spellings(spellings, vocabulary, int(min_count))
    ends("classes")
    label(posts, class_of).sink_parquet(out, compression="zstd", engine="streaming")
    ends("labels")
    labelled = pl.scan_parquet(out).select(pl.len(), pl.col("labels").list.len().sum()).collect().row(0)
    print(json.dumps({"polars": pl.__version__, "stages": stages, "labelled": labelled[0], "labels": labelled[1]}))


main()
