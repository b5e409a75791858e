"""Runs queries on Apache Spark: reads {views, queries} as JSON, prints the rows of each query as JSON."""

import datetime
import decimal
import json
import sys

from pyspark.sql import SparkSession


def plain(value):
    if isinstance(value, decimal.Decimal):
        return float(value)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return value


def main():
    given = json.load(sys.stdin)
    # Worker processes apart from the driver, as on a cluster.
    spark = (
        SparkSession.builder.master(given["master"])
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    for statement in given["statements"]:
        spark.sql(statement)
    results = []
    for query in given["queries"]:
        frame = spark.sql(query)
        results.append(
            {
                "columns": [{"name": name, "type": kind} for name, kind in frame.dtypes],
                "rows": [[plain(value) for value in row] for row in frame.collect()],
            }
        )
    spark.stop()
    print("RESULT " + json.dumps(results))


main()
