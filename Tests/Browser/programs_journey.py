"""The interface for programs: every answer is what the document says, for every role that may ask."""

import json
import unittest
import urllib.error
import urllib.request

import jsonschema

from house import House

# What stands for the parts of a path, on the samples.
PARTS = {"{month}": "2026-09", "{number}": "1"}


class ProgramsJourney(unittest.TestCase):
    """Asks as a program does, without a browser."""

    @classmethod
    def setUpClass(cls):
        cls.house = House.current
        cls.tokens = {}
        for role, bound_to in (("staff", ""), ("creator", "K01"), ("donor", "sample"), ("coder", "")):
            cls.house.link(f"prog-{role}", role, bound_to)
            told = cls.house.run("users", "token", f"prog-{role}", "--make", "--days", "7")
            cls.tokens[role] = told.split()[-1]
        cls.document = cls.ask("/api/v1/openapi.json", "staff")[2]

    @classmethod
    def ask(cls, path, role=None):
        """Status, kind and content of an answer."""
        request = urllib.request.Request(cls.house.origin + path)
        if role:
            request.add_header("Authorization", "Bearer " + cls.tokens[role])
        try:
            answer = urllib.request.urlopen(request, timeout=60)
        except urllib.error.HTTPError as error:
            answer = error
        kind = answer.headers["Content-Type"]
        body = answer.read()
        return answer.status, kind, json.loads(body) if "json" in kind else body

    def check(self, schema, answer):
        whole = {**schema, "components": self.document["components"]}
        jsonschema.Draft202012Validator(whole, format_checker=jsonschema.FormatChecker()).validate(answer)

    def test_1_document_is_openapi_whose_schemas_are_schemas(self):
        self.assertEqual(self.document["openapi"], "3.1.0")
        count = 0
        for path, methods in self.document["paths"].items():
            self.assertEqual(list(methods), ["get"], path)
            for kind, content in methods["get"]["responses"]["200"]["content"].items():
                jsonschema.Draft202012Validator.check_schema(content["schema"])
                count += 1
        self.assertEqual(count, len(self.document["paths"]))
        self.assertGreater(count, 15)

    def test_2_every_answer_is_what_the_document_says(self):
        good = {role: 0 for role in self.tokens}
        answered = set()
        for path, methods in self.document["paths"].items():
            asked = path
            for part, value in PARTS.items():
                asked = asked.replace(part, value)
            if "{id}" in asked:
                names = self.ask("/api/v1/me/packages", "donor")[2]["packages"]
                asked = asked.replace("{id}", names[0])
            for role in self.tokens:
                with self.subTest(path=path, role=role):
                    status, kind, answer = self.ask(asked, role)
                    if status == 200:
                        content = methods["get"]["responses"]["200"]["content"]
                        self.assertEqual([kind], list(content))
                        if kind == "application/json":
                            self.check(content[kind]["schema"], answer)
                        else:
                            self.assertEqual(answer[:2], b"PK")
                        good[role] += 1
                        answered.add(path)
                    else:
                        self.assertEqual((status, kind), (404, "application/problem+json"))
                        self.check({"$ref": "#/components/schemas/Problem"}, answer)
        self.assertEqual(answered, set(self.document["paths"]))
        self.assertGreater(good["staff"], 11)
        self.assertEqual((good["creator"], good["donor"], good["coder"]), (5, 4, 2))

    def test_3_without_a_token_nothing_is_told(self):
        for path in self.document["paths"]:
            status, kind, answer = self.ask(path.replace("{", "").replace("}", ""))
            self.assertEqual((status, kind), (401, "application/problem+json"), path)
            self.check({"$ref": "#/components/schemas/Problem"}, answer)

    def test_4_figures_are_those_of_the_dashboards_workbook(self):
        """Views by platform: the page and the interface say the same number."""
        figures = self.ask("/api/v1/months/2026-09/figures", "staff")[2]["figures"]
        views = {figure["id"]: figure for figure in figures}["views/youtube/2026-09"]
        told = json.loads(self.house.run("explain", "views/youtube/2026-09", "--format", "json"))
        self.assertEqual(views["value"], told["value"])

    def test_5_an_ended_token_opens_nothing(self):
        number = self.house.run("users", "token", "prog-coder").splitlines()[-1].split()[0]
        self.house.run("users", "token", "prog-coder", "--revoke", number)
        self.assertEqual(self.ask("/api/v1/account", "coder")[0], 401)
