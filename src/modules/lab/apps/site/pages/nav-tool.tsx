import { TextField } from '../../../pages/parts/fields.tsx'
import { useState } from '../../../../../ui/hooks.ts'
import type { PageTool } from './view.ts'
import { words } from './words.ts'

type Link = { readonly text: string; readonly href: string }
const EMPTY: Link = { text: '', href: '' }

/** 导航: links that are written into the page in the place of the old ones. */
export function NavTool({ project, page, flush, act, busy }: PageTool) {
  const [links, setLinks] = useState<readonly Link[]>([EMPTY, EMPTY])
  const put = (at: number, more: Partial<Link>): void => setLinks(links.map((link, i) => (i === at ? { ...link, ...more } : link)))
  const write = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    if (page === null || !(await flush())) return
    const kept = links.map(({ text, href }) => ({ text: text.trim(), href: href.trim() })).filter(link => link.text + link.href !== '')
    await act('site.nav.set', { project: project.id, page, links: kept })
  }
  return (
    <form className="site-tool" onSubmit={event => void write(event)} aria-label={words.links}>
      {links.map((link, i) => (
        <div className="site-row" key={i}>
          <TextField label={`${words.linkText} ${i + 1}`} value={link.text} onValue={text => put(i, { text })} maxLength={20} required />
          <TextField label={`${words.linkHref} ${i + 1}`} value={link.href} onValue={href => put(i, { href })} maxLength={200} required />
          <button
            type="button"
            className="z-link"
            aria-label={`${words.remove} ${i + 1}`}
            disabled={links.length === 1}
            onClick={() => setLinks(links.filter((_link, j) => j !== i))}
          >
            {words.remove}
          </button>
        </div>
      ))}
      <p className="z-note">{words.linkHint}</p>
      <div className="lab-buttons">
        <button type="button" className="z-button" disabled={links.length >= 12} onClick={() => setLinks([...links, EMPTY])}>
          {words.addLink}
        </button>
        <button type="submit" className="z-button z-button-primary" disabled={busy || page === null}>
          {words.setNav}
        </button>
      </div>
      <p className="z-note">{page === null ? words.noPage : `${words.onPage} ${page}`}</p>
    </form>
  )
}
