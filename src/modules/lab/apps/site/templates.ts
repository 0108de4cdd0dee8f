import { escaped } from './dom.ts'

const company = (name: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escaped(name)}</title>
  <link rel="stylesheet" href="style.css">
</head>
<body>
  <header>
    <h1>${escaped(name)}</h1>
  </header>
  <nav></nav>
  <main>
    <p>请在这里填写内容。</p>
  </main>
  <footer></footer>
</body>
</html>
`
const style = `body { margin: 0; color: #222222; background-color: #ffffff; font-family: sans-serif; line-height: 1.6 }
header, nav, main, footer { max-width: 960px; margin: 0 auto; padding: 16px }
img { max-width: 100% }
table { border-collapse: collapse }
th, td { border: 1px solid #999999; padding: 4px 8px }
`

/** What a new project begins with, by the name of the template. */
export const TEMPLATES: Readonly<
  Record<string, { readonly zh: string; readonly files: (name: string) => readonly { readonly path: string; readonly text: string }[] }>
> = {
  blank: { zh: '空白项目', files: () => [] },
  company: {
    zh: '企业介绍',
    files: name => [
      { path: 'style.css', text: style },
      { path: 'index.html', text: company(name) },
    ],
  },
}

export type FormField = { readonly name: string; readonly label: string; readonly type: string; readonly required: boolean }

/** A form as markup: each field with its label, the target in `action`. */
export function formMarkup(target: string, fields: readonly FormField[]): string {
  const rows = fields.map(({ name, label, type, required }) => {
    const attrs = `id="f-${name}" name="${name}"${required ? ' required' : ''}`
    const control = type === 'textarea' ? `<textarea ${attrs}></textarea>` : `<input type="${type}" ${attrs}>`
    return `    <p><label for="f-${name}">${escaped(label)}</label> ${control}</p>`
  })
  return [`<form action="${escaped(target)}" method="post">`, ...rows, '    <p><button type="submit">提交</button></p>', '  </form>'].join(
    '\n',
  )
}

export function navMarkup(links: readonly { readonly text: string; readonly href: string }[]): string {
  const items = links.map(({ text, href }) => `    <li><a href="${escaped(href)}">${escaped(text)}</a></li>`)
  return ['<nav>', '  <ul>', ...items, '  </ul>', '</nav>'].join('\n')
}

/** Puts a part of a page in the place of the old one, or before the end of the main part, or at the end of the body. */
export function withPart(text: string, tag: string, part: string): string {
  const old = new RegExp(`<${tag}[\\s>][\\s\\S]*?</${tag}>`, 'i').exec(text)
  if (old !== null) return text.slice(0, old.index) + part + text.slice(old.index + old[0].length)
  return before(text, part, tag === 'nav' ? ['<main', '</body'] : ['</main', '</body'])
}

/** Puts markup before the first of these that is there. */
export function before(text: string, part: string, marks: readonly string[]): string {
  const mark = marks.find(m => text.toLowerCase().includes(m))
  const at = mark === undefined ? text.length : text.toLowerCase().lastIndexOf(mark)
  return `${text.slice(0, at)}${part}\n${text.slice(at)}`
}
