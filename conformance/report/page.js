// What the page does beyond what HTML does by itself. Without it everything is shown and opens all the same.

const form = document.querySelector('.filters')
const rows = [...document.querySelectorAll('.clause')].map((row) => ({
  row,
  text: row.textContent.toLowerCase(),
}))
const areas = [...document.querySelectorAll('.area')]

const filter = () => {
  const { words, status, refusal } = form.elements
  const wanted = words.value.toLowerCase().split(/\s+/)
  const fits = ({ row, text }) =>
    wanted.every((word) => text.includes(word)) &&
    ['', row.dataset.status].includes(status.value) &&
    ['', row.dataset.refusal].includes(refusal.value)
  for (const each of rows) each.row.hidden = !fits(each)
  for (const area of areas) area.hidden = area.querySelector('.clause:not([hidden])') === null
  const shown = rows.filter(({ row }) => !row.hidden).length
  form.querySelector('[role="status"]').textContent = `${shown} of ${rows.length} clauses`
}

// A link to a row, or to something inside of it, opens it, whatever the filter hides.
const openTarget = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (target === null) return
  if (target.hidden) {
    form.reset()
    filter()
  }
  for (let at = target.closest('details'); at !== null; at = at.parentElement.closest('details'))
    at.open = true
  target.scrollIntoView()
}

if (form !== null) {
  form.hidden = false
  form.addEventListener('input', filter)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', () => setTimeout(filter))
  filter()
}
addEventListener('hashchange', openTarget)
openTarget()
