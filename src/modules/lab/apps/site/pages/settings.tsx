import { useState } from '../../../../../ui/hooks.ts'
import { AreaField, ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import { TrackTags } from './track-tags.tsx'
import type { Bench } from './view.ts'
import { words } from './words.ts'

const CODES = [
  { value: '301', zh: words.codes.c301 },
  { value: '302', zh: words.codes.c302 },
]

/** 站点设置: what search engines may fetch, the map of the site, redirects, counters. */
export function Settings(props: Bench) {
  return (
    <div className="site-pad">
      <div className="site-two">
        <Robots {...props} />
        <Sitemap {...props} />
      </div>
      <Redirects {...props} />
      <TrackTags {...props} />
    </div>
  )
}

function Robots({ project, act, busy }: Bench) {
  const [text, setText] = useState(project.files.find(f => f.path === 'robots.txt')?.text ?? '')
  const save = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void act('site.robots.set', { project: project.id, text })
  }
  return (
    <form className="site-part" onSubmit={save}>
      <h2>{words.robots}</h2>
      <AreaField label={words.robotsText} value={text} onValue={setText} rows={6} maxLength={4000} />
      <div className="lab-buttons">
        <button type="submit" className="z-button" disabled={busy}>
          {words.saveRobots}
        </button>
      </div>
    </form>
  )
}

function Sitemap({ view, project, act, busy }: Bench) {
  const [host, setHost] = useState(view.spaces.find(s => s.domain !== null)?.domain ?? view.spaces[0]?.host ?? '')
  const built = project.files.find(f => f.path === 'sitemap.xml')
  const build = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void act('site.sitemap.build', { project: project.id, host: host.trim() })
  }
  return (
    <form className="site-part" onSubmit={build}>
      <h2>{words.sitemap}</h2>
      <TextField
        label={words.sitemapHost}
        value={host}
        onValue={setHost}
        required
        says={words.hostSays}
        pattern="[a-z0-9]([a-z0-9\-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9\-]*[a-z0-9])?)+"
      />
      {built !== undefined && <pre className="site-map">{built.text}</pre>}
      <div className="lab-buttons">
        <button type="submit" className="z-button" disabled={busy}>
          {words.build}
        </button>
      </div>
    </form>
  )
}

function Redirects({ project, act, busy }: Bench) {
  const [given, setGiven] = useState({ from: '', to: '', code: '301' })
  const put = (more: Partial<typeof given>): void => setGiven({ ...given, ...more })
  const save = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const redirect = { from: given.from.trim(), to: given.to.trim(), code: Number(given.code) }
    const acted = await act('site.redirect.set', { project: project.id, ...redirect })
    if (acted.kind === 'done') put({ from: '', to: '' })
  }
  const path = { required: true, pattern: String.raw`\/[A-Za-z0-9_.\/\-]*`, says: words.pathSays, placeholder: '/old.html' }
  return (
    <section className="site-part" aria-label={words.redirects}>
      <h2>{words.redirects}</h2>
      {project.redirects.length === 0 && <p className="z-note">{words.noRedirects}</p>}
      <ul className="site-list">
        {project.redirects.map(({ from, to, code }) => (
          <li key={from}>
            <code>{from}</code> → <code>{to}</code>　{code}
          </li>
        ))}
      </ul>
      <form className="site-line" onSubmit={event => void save(event)}>
        <TextField label={words.from} value={given.from} onValue={from => put({ from })} {...path} />
        <TextField label={words.to} value={given.to} onValue={to => put({ to })} {...path} />
        <ChoiceField label={words.code} value={given.code} onValue={code => put({ code })} choices={CODES} />
        <button type="submit" className="z-button" disabled={busy}>
          {words.setRedirect}
        </button>
      </form>
    </section>
  )
}
