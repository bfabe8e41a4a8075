// Where the keyboard's focus is, and moving it.

import assert from "node:assert/strict";

/**
 * What has the focus: its `name` (of the element), `id`, `action`, `item`, `dialog` and `text`; whether it
 * `isSeen` (in view, and nothing lies over it) and `hasRing` (an outline, its own or its label's). The page
 * may move it in the frame after a change, so two are let pass.
 */
export const focus = (page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const element = document.activeElement;
    const shown = element.closest("label") ?? element;
    const { left, top, width, height } = shown.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = document.elementFromPoint(x, y);
    const rings = [element, shown].map((one) => getComputedStyle(one));
    return {
      name: element.localName,
      id: element.id,
      action: element.dataset.action,
      item: element.closest("[data-item]")?.dataset.item,
      dialog: element.closest("dialog")?.id,
      text: (shown.innerText || element.outerHTML).replace(/\s+/g, " ").slice(0, 80),
      isSeen: width > 0 && top >= 0 && y <= innerHeight && (shown.contains(hit) || hit?.contains(shown)),
      hasRing: rings.some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) > 0),
    };
  });

/** Presses Tab until something that fits `selector` has the focus; at each stop, the focus must be seen. */
export async function tabTo(page, selector) {
  const isThere = () => page.evaluate((selector) => document.activeElement.matches(selector), selector);
  for (let stops = 0; !(await isThere()); stops++) {
    assert.ok(stops < 200, `Tab does not lead to ${selector}`);
    await page.keyboard.press("Tab");
    await settled(page);
    const now = await focus(page);
    if (now.name === "body") continue; // between the page's end and its beginning
    assert.ok(now.isSeen, `the focus is hidden at ${now.text}`);
    assert.ok(now.hasRing, `the focus cannot be seen at ${now.text}`);
  }
  return focus(page);
}

/** Presses a key until `isDone`. */
export async function pressUntil(page, key, isDone) {
  for (let presses = 0; !(await isDone()); presses++) {
    assert.ok(presses < 20, `${key} does not lead there`);
    await page.keyboard.press(key);
  }
}

/** Whether the first element that fits has an outline. */
export const hasRing = (page, selector) =>
  page.$eval(selector, (element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
  });

/** Waits until the view has moved to what took the focus. */
export const settled = (page) =>
  page.evaluate(async () => {
    let [place, still] = [NaN, 0];
    while (still < 4) {
      still = place === scrollY ? still + 1 : 0;
      place = scrollY;
      await new Promise(requestAnimationFrame);
    }
  });
