"use strict";
(() => {
  const at = id => document.getElementById(id);
  const here = location.pathname.replace(/\/?$/, "/");
  const service = location.origin + here.replace(/\/openapi\/$/, ""); // A proxy may have put a prefix in front.
  let api;

  // Everything from the document is put in as text, so nothing in it can become markup.
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children.filter(child => child !== null && child !== undefined));
    return element;
  };
  const code = text => make("code", { textContent: text });
  const pre = text => make("pre", { tabIndex: 0 }, code(text));
  const json = value => JSON.stringify(value, null, 2);
  const resolve = node => node?.$ref ? node.$ref.split("/").slice(1).reduce((found, name) => found[name], api) : node;
  const nameOf = reference => reference.split("/").pop();

  // A schema in the words of a line: "integer 1 to 500", "list of Job".
  const brief = schema => {
    if (!schema || Object.keys(schema).length === 0) return "any JSON";
    if (schema.$ref) return nameOf(schema.$ref);
    if (schema.anyOf) return schema.anyOf.map(brief).join(" or ");
    if (schema.enum) return schema.enum.map(word => word === null ? "null" : word).join(" | ");
    if (schema.items) return `list of ${brief(schema.items)}`;
    if (typeof schema.additionalProperties === "object") return `map of ${brief(schema.additionalProperties)}`;
    const type = [schema.type ?? "any"].flat().join(" or ") + (schema.format ? ` (${schema.format})` : "");
    return schema.minimum !== undefined ? `${type}, ${schema.minimum} to ${schema.maximum}` : schema.pattern ? `${type} ${schema.pattern}` : type;
  };

  const table = (heads, rows) => make("div", { className: "scroll", tabIndex: 0 }, make("table", {},
    make("thead", {}, make("tr", {}, ...heads.map(head => make("th", { scope: "col", textContent: head })))),
    make("tbody", {}, ...rows.map(row => make("tr", {}, ...row.map(cell => make("td", {}, cell)))))));

  // The schemas that a body is made of, the body itself first.
  const schemasOf = schema => {
    const names = new Set();
    const walk = node => {
      if (node?.$ref && !names.has(nameOf(node.$ref))) {
        names.add(nameOf(node.$ref));
        walk(resolve(node));
      } else if (node && typeof node === "object") {
        Object.values(node).forEach(walk);
      }
    };
    walk(schema);
    return [...names];
  };
  const schemaTables = schema => schemasOf(schema).map(name => {
    const { properties = {}, required = [] } = api.components.schemas[name];
    return make("details", {}, make("summary", { textContent: `Schema ${name}` }),
      table(["member", "kind", "is there"], Object.entries(properties).map(([member, kind]) => [code(member), brief(kind), required.includes(member) ? "always" : "sometimes"])));
  });

  const contents = (title, content = {}) => Object.entries(content).flatMap(([type, body]) => [
    make("p", {}, `${title}: `, code(type), body.schema && Object.keys(body.schema).length > 0 ? `, ${brief(body.schema)}` : ""),
    body.example === undefined ? null : pre(typeof body.example === "string" ? body.example : json(body.example)),
    ...schemaTables(body.schema),
  ]);

  const quoted = text => `'${String(text).replaceAll("'", `'\\''`)}'`;
  const curl = (path, method, operation) => {
    const parameters = (operation.parameters ?? []).filter(parameter => parameter.example !== undefined);
    const address = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(parameters.find(one => one.in === "path" && one.name === name)?.example ?? name));
    const query = parameters.filter(one => one.in === "query").map(one => `${one.name}=${encodeURIComponent(one.example)}`).join("&");
    const body = Object.entries(operation.requestBody?.content ?? {})[0];
    return [
      `curl -X ${method.toUpperCase()}`,
      operation.security.length > 0 ? `-H "X-Api-Key: $KEY"` : null,
      ...parameters.filter(one => one.in === "header").map(one => `-H ${quoted(`${one.name}: ${one.example}`)}`),
      body ? `-H ${quoted(`Content-Type: ${body[0]}`)}` : null,
      body?.[1].example === undefined ? body ? "--data-binary @file" : null : `-d ${quoted(JSON.stringify(body[1].example))}`,
      quoted(service + address + (query && `?${query}`)),
    ].filter(Boolean).join(" \\\n  ");
  };

  const inside = (path, method, operation) => {
    const [answers, errors] = [[], []];
    for (const [status, response] of Object.entries(operation.responses)) (status < 400 ? answers : errors).push([status, resolve(response)]);
    return make("div", { className: "inside" },
      make("p", { textContent: operation.description }),
      make("h3", { textContent: "Call" }), pre(curl(path, method, operation)),
      operation.parameters ? make("h3", { textContent: "Parameters" }) : null,
      operation.parameters ? table(["name", "in", "kind", "what it is"], operation.parameters.map(one => [code(one.name), one.in + (one.required ? ", required" : ""), brief(one.schema), one.description])) : null,
      operation.requestBody ? make("h3", { textContent: operation.requestBody.required ? "Body" : "Body, which may be left out" }) : null,
      ...contents("Kind", operation.requestBody?.content),
      ...answers.flatMap(([status, response]) => [make("h3", { textContent: `${status} ${response.description}` }), ...contents("Kind", response.content)]),
      make("h3", { textContent: "Errors" }),
      errors.length > 0 ? table(["status", "code"], errors.map(([status, response]) => [code(status), response.description])) : make("p", { textContent: "None of its own." }));
  };

  const card = (path, method, operation) => {
    const details = make("details", { className: "operation", id: operation.operationId }, make("summary", {},
      make("span", { className: "method", textContent: method.toUpperCase() }), make("span", { className: "path", textContent: path }),
      make("span", { className: "role", textContent: operation["x-role"] === "none" ? "no key" : operation["x-role"] }),
      make("span", { className: "what", textContent: operation.summary })));
    details.dataset.text = `${method} ${path} ${operation.operationId} ${operation.summary} ${operation["x-role"]}`.toLowerCase();
    details.addEventListener("toggle", () => details.open && details.childElementCount === 1 && details.append(inside(path, method, operation)));
    return details;
  };

  const show = () => {
    const groups = new Map();
    for (const [path, methods] of Object.entries(api.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const tag = operation.tags[0];
        if (!groups.has(tag)) groups.set(tag, []);
        groups.get(tag).push(card(path, method, operation));
      }
    }
    const tags = [...groups.keys()].sort();
    at("title").textContent = document.title = api.info.title;
    at("about").textContent = api.info.description;
    at("tags").replaceChildren(make("ul", {}, ...tags.map(tag => make("li", {}, make("a", { href: `#group-${tag}`, textContent: tag })))));
    at("operations").replaceChildren(...tags.map(tag => make("section", {}, make("h2", { id: `group-${tag}`, textContent: tag, tabIndex: -1 }), ...groups.get(tag))));
    at("sign-in").hidden = true;
    at("content").hidden = false;
    filter();
    at("filter").focus();
  };

  const filter = () => {
    const words = at("filter").value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const section of at("operations").children) {
      const cards = [...section.querySelectorAll(".operation")];
      for (const one of cards) one.hidden = !words.every(word => one.dataset.text.includes(word));
      const fit = cards.filter(one => !one.hidden).length;
      section.hidden = fit === 0;
      shown += fit;
    }
    at("count").textContent = `${shown} operations`;
  };

  at("filter").addEventListener("input", filter);
  at("sign-in").addEventListener("submit", async event => {
    event.preventDefault();
    at("status").textContent = "";
    try {
      const answer = await fetch(`${here}v1.json`, { headers: { "X-Api-Key": at("key").value.trim() }, cache: "no-store", credentials: "omit" });
      if (!answer.ok) {
        at("status").textContent = (await answer.json().catch(() => null))?.detail ?? `The answer was ${answer.status}.`;
        return;
      }
      api = await answer.json();
      at("key").value = "";
      show();
    } catch (error) {
      at("status").textContent = `The description could not be fetched: ${error.message}`;
    }
  });
})();
