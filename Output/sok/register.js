styrdokSok.register({
"title": "Stockholms stads trygghetsprogram 2020–2023, omarbetat exempel",
"folders": ["trygghetsprogram", "handbok", "remisser/trygghetsprogram-2020"]
});
