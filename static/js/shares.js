// The grid of shares: the sum follows the typing, Enter and the arrows go down the column, a pasted column fills downwards.
// Without this script the button "Tính lại" does the sums.
const form = document.querySelector("form[data-shares]");

function shareOf(text) {
  const found = /^\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:\s*[-–]\s*(\d{1,3}(?:\.\d{3})+|\d+))?\s*$/.exec(text);
  if (!found) return null;
  const [low, high] = [found[1], found[2] ?? found[1]].map((part) => Number(part.replaceAll(".", "")));
  return high < low ? null : { low, high };
}

const written = (number) => number.toLocaleString("vi-VN");

function difference(low, high, whole) {
  if (whole === "") return "chưa biết tổng phải giao";
  if (low > Number(whole)) return `vượt ${written(low - Number(whole))}`;
  return high < Number(whole) ? `còn thiếu ${written(Number(whole) - high)}` : "vừa đủ";
}

function addUp(target) {
  let low = 0;
  let high = 0;
  for (const cell of column(target)) {
    const share = shareOf(cell.value);
    if (cell.value.trim() !== "" && !share) cell.setAttribute("aria-invalid", "true");
    else cell.removeAttribute("aria-invalid");
    low += share?.low ?? 0;
    high += share?.high ?? 0;
  }
  for (const sum of form.querySelectorAll(`[data-total="${target}"]`)) {
    sum.textContent = low === high ? written(low) : `${written(low)}–${written(high)}`;
  }
  for (const words of form.querySelectorAll(`[data-difference="${target}"]`)) {
    words.textContent = difference(low, high, words.dataset.whole);
  }
}

function column(target) {
  return [...form.querySelectorAll(`[data-cell="${target}"]`)];
}

form?.addEventListener("input", (event) => {
  if (event.target.dataset.cell) addUp(event.target.dataset.cell);
});

form?.addEventListener("keydown", (event) => {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.dataset.cell) return;
  event.preventDefault();
  const cells = column(event.target.dataset.cell);
  const next = cells[cells.indexOf(event.target) + step];
  next?.focus();
  next?.select();
});

form?.addEventListener("paste", (event) => {
  const lines = event.clipboardData.getData("text").replace(/\r?\n$/, "").split(/\r?\n/);
  if (!event.target.dataset.cell || lines.length < 2) return;
  event.preventDefault();
  const cells = column(event.target.dataset.cell);
  const first = cells.indexOf(event.target);
  lines.forEach((line, place) => {
    if (cells[first + place]) cells[first + place].value = line.split("\t").at(-1).trim();
  });
  addUp(event.target.dataset.cell);
});
