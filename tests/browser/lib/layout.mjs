// What a page must be at any size: no wider than the view, with targets that a finger finds.

/** What stands out of the view sideways; nothing, if all is well. */
export const sticksOut = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    // Of what is drawn in a picture, its frame cuts off what stands out; a frame within it draws nothing itself.
    const isUnseen = ({ localName, ownerSVGElement: around }) =>
      around && (localName === "svg" || getComputedStyle(around).overflow === "hidden");
    const found = [...document.querySelectorAll("body *")]
      .filter((one) => one.checkVisibility() && !one.closest(".unseen") && !isUnseen(one))
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return right > width + 1 || left < -1;
      })
      .map((one) => `${one.localName}.${one.getAttribute("class") ?? ""} ${one.textContent.trim().slice(0, 40)}`);
    const scrolls = document.documentElement.scrollWidth > width;
    return scrolls ? [`the page scrolls sideways: ${document.documentElement.scrollWidth} > ${width}`, ...found] : found;
  });

/** Words that would fit into a line, and go on in the next without a hyphen, but for the story's. */
export const broken = (page) =>
  page.evaluate(() => {
    const found = [];
    const main = document.querySelector("main:not([data-page=story])");
    if (!main) return found;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (!text.parentElement.checkVisibility() || text.parentElement.closest(".unseen, svg, select")) continue;
      for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{N}]{2,14}/gu)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (tops.size > 1) found.push(`"${word}" is broken in ${text.parentElement.outerHTML.slice(0, 80)}`);
      }
    }
    return found;
  });

/**
 * Targets that are smaller than they should be, in CSS pixels: 24 each way, and on touch 44 high for what
 * is pressed most. Links within a sentence are as high as its line; a box or radio is as large as its label.
 */
export const tooSmall = (page, isTouch) =>
  page.evaluate((isTouch) => {
    const LEAST = 24;
    const FOR_FINGERS = 44;
    const pressed = "button, .button, summary, label:has(input[type=radio], input[type=checkbox])";
    const targets = [...document.querySelectorAll(`a[href], select, input, ${pressed}`)].filter((one) => {
      const isOfLabel = one.matches("input") && one.closest("label");
      const isInSentence = one.matches("a") && getComputedStyle(one).display === "inline" && one.closest("p, li, dd");
      return one.checkVisibility() && !one.matches(".unseen, :disabled") && !isOfLabel && !isInSentence;
    });
    return targets.flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      const least = isTouch && one.matches(pressed) ? FOR_FINGERS : LEAST;
      const isEnough = height >= least - 0.5 && width >= LEAST - 0.5;
      const words = (one.innerText || one.name || one.id).replace(/\s+/g, " ").slice(0, 40);
      return isEnough ? [] : [`${one.localName} "${words}": ${Math.round(width)} x ${Math.round(height)}, not ${least}`];
    });
  }, isTouch);
