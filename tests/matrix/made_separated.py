# SPDX-License-Identifier: Apache-2.0
"""Small files of separated values by hand: SDMX-CSV, Eurostat's TSV and plain tables."""

from __future__ import annotations

SDMX = {
    "made_10.csv": (
        b"DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n"
        b"ESTAT:TEST(1.0),30/10/25 23:00:00,A,DK,2019,7.1,,\n"
        b"ESTAT:TEST(1.0),30/10/25 23:00:00,A,DK,2020,,u,C\n"
    ),
    "made_20.csv": (
        b"STRUCTURE;STRUCTURE_ID;ACTION;REF_AREA;SEX;TIME_PERIOD;OBS_VALUE;UNIT_MULT\n"
        b"dataflow;A:ONE(1.0);I;DK;M;2020-Q1;1,5;3\ndataflow;A:ONE(1.0);D;DK;F;2020-Q1;2;3\n"
        b"dataflow;A:TWO(1.0);I;SE;M;2020-Q1;NaN;3\n"
    ),
    "made_names.csv": (
        "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,geo,Geografi,TIME_PERIOD,Time,OBS_VALUE,"
        "Observation value\ndataflow,A:B(1.0),Ledige,I,DK,Færøerne,2020,,4,\n"
    ).encode(),
    "made_both.csv": (
        b"DATAFLOW,GEO: Area,TIME_PERIOD: Time,OBS_VALUE: Value\nA:B(1.0): Test,DK: Denmark,"
        b"2020: 2020,3\n"
    ),
}
TSV = {
    "made_old.tsv": (
        b"unit,sex,geo\\time\t2020 \t2019 \t2018 \nPC,F,DK\t7.1 \t6.9 b\t: \n"
        b"PC,M,DK\t: c\t5 ep\t4.5\n"
    ),
    "made_new.tsv": (
        b"freq,unit,geo\\TIME_PERIOD\t2019-Q1 \t2019-Q2 \nQ,PC,DK\t-1.5 @C\t:\nQ,PC,SE\t2\t3 p\n"
    ),
}
CSV = {
    "made_statbank.csv": (
        "\ufeffOMRÅDE;KØN;TID;INDHOLD\r\nHele landet;Mænd;2019K1;1.234,5\r\n"
        "Hele landet;Kvinder;2019K1;..\r\n"
    ).encode(),
    "made_wide.csv": (
        "Folketal\n\nområde;køn;2019;2020*\nAarhus;Mænd;1 234;..\n;Kvinder;2;3\nKilde: DST\n"
    ).encode("cp1252"),
    "made_two_heads.csv": (
        b";2019;;2020;\nregion;Men;Women;Men;Women\nNorth;1;2;3;4\nTotal;1;2;3;4\n"
    ),
    "made_measures.csv": b'"year","births","rate"\n2019,"1,234","5.5 %"\n'.replace(b" %", b""),
    "made_utf16.csv": "år\tandel\n2019\t12,5 %\n2020\t13 %\n".encode("utf-16"),
}
