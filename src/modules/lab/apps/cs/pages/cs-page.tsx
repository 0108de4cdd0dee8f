import { fill } from '../../../../../ui/words.ts'
import { Said } from '../../../pages/parts/said.tsx'
import { useAsk } from '../../../pages/parts/use-ask.ts'
import { usePath } from '../../../pages/parts/use-path.ts'
import { Bot } from './bot.tsx'
import { Phrases } from './phrases.tsx'
import { Quality } from './quality.tsx'
import { Reception } from './reception.tsx'
import { Shifts } from './shifts.tsx'
import { Tickets } from './tickets.tsx'
import type { CsProps, Desk } from './view.ts'
import { words } from './words.ts'

/** 客户服务: the desk of whoever answers customers. */
export function CsPage(props: CsProps) {
  const { view, around, busy, act } = props
  const [path, setPath] = usePath(props)
  const { answer, ask, tell, say, quiet } = useAsk(act)
  const desk = { view, around, busy, ask, tell, say }
  return (
    <div className="cs">
      <Bar
        {...desk}
        path={path}
        open={to => {
          quiet()
          setPath(to)
        }}
      />
      {answer !== null && (
        <div className="cs-said">
          <Said answer={answer} onQuiet={quiet} busy={busy} />
        </div>
      )}
      {view.me === null && <p className="cs-said">{words.notClerk}</p>}
      <div className="cs-room" hidden={path !== '/'}>
        <Reception {...desk} />
      </div>
      {path !== '/' && (
        <div className="cs-work">
          <Work {...desk} path={path} />
        </div>
      )}
    </div>
  )
}

function Work({ path, ...desk }: Desk & { readonly path: string }) {
  switch (path) {
    case '/tickets':
      return <Tickets {...desk} />
    case '/phrases':
      return <Phrases {...desk} />
    case '/bot':
      return <Bot {...desk} />
    case '/quality':
      return <Quality {...desk} />
    case '/shifts':
      return <Shifts {...desk} />
    default:
      return <p className="lab-empty">{words.choose}</p>
  }
}

type BarProps = Desk & { readonly path: string; readonly open: (path: string) => void }

function Bar({ view, path, open, ask, busy }: BarProps) {
  const { me } = view
  const serving = view.conversations.filter(c => c.clerk === me?.persona && c.allowed.includes('close')).length
  return (
    <header className="cs-bar">
      <strong className="cs-name">
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 11V9a7 7 0 0114 0v2M3 11h3v5H4c-1 0-1-5-1-5zM17 11h-3v5h2c1 0 1-5 1-5zM15 16c0 2-2 2-4 2" />
        </svg>
        {words.name}
      </strong>
      <nav aria-label={words.nav}>
        {Object.entries(words.ways).map(([to, label]) => (
          <button type="button" key={to} aria-current={to === path ? 'page' : undefined} onClick={() => open(to)}>
            {label}
          </button>
        ))}
      </nav>
      {me !== null && (
        <span className="cs-me">
          <span className="z-note">{fill(words.load, { n: serving, cap: me.cap })}</span>
          <label>
            <span className="z-note">{words.status}</span>
            <select
              value={me.status}
              disabled={busy}
              onChange={event => void ask('cs.status.set', { status: (event.target as HTMLSelectElement).value })}
            >
              {words.statuses.map(status => (
                <option key={status}>{status}</option>
              ))}
            </select>
          </label>
        </span>
      )}
    </header>
  )
}
