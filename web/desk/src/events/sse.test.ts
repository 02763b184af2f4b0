import { expect, test } from "vitest";
import { Events } from "./sse.ts";

const whole = 'retry: 2000\n\nevent: state\ndata: {"head":3}\n\n: keep-alive\n\nevent: post\r\ndata: one\r\ndata: two\r\n\r\n';

test("events are the same in whatever pieces they arrive", () => {
  const expected = [{ event: "state", data: '{"head":3}' }, { event: "post", data: "one\ntwo" }];
  for (let size = 1; size <= whole.length; size++) {
    const events = new Events();
    const told = [];
    for (let at = 0; at < whole.length; at += size) told.push(...events.take(whole.slice(at, at + size)));
    expect(told).toEqual(expected);
  }
});

test("half an event is none", () => {
  expect(new Events().take("event: post\ndata: {")).toEqual([]);
});
