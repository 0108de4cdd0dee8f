import { useState } from '../../../../../ui/hooks.ts'
import { Bookmarks } from './bookmarks.tsx'
import { Domains } from './domains.tsx'
import { Drive } from './drive.tsx'
import { Ftp } from './ftp.tsx'
import { Diagnosis, Safety } from './safety.tsx'
import type { NetProps } from './view.ts'
import { words } from './words.ts'

const TOOLS = ['home', 'drive', 'ftp', 'domains', 'diag', 'safety'] as const

/** The programs of the machine: bookmarks and visits, files, file transfer, domain names, diagnosis, safety. */
export function Start(props: NetProps) {
  const [tool, setTool] = useState<(typeof TOOLS)[number]>('home')
  return (
    <div className="net-start">
      <nav className="net-tools" aria-label={words.tools}>
        {TOOLS.map(id => (
          <button type="button" key={id} aria-current={id === tool ? 'page' : undefined} onClick={() => setTool(id)}>
            {words[id]}
          </button>
        ))}
      </nav>
      {props.view.notices.length > 0 && <Notices {...props} />}
      <div hidden={tool !== 'home'}>
        <Bookmarks {...props} />
      </div>
      <div hidden={tool !== 'drive'}>
        <Drive {...props} />
      </div>
      <div hidden={tool !== 'ftp'}>
        <Ftp {...props} />
      </div>
      <div hidden={tool !== 'domains'}>
        <Domains {...props} />
      </div>
      <div hidden={tool !== 'diag'}>
        <Diagnosis {...props} />
      </div>
      <div hidden={tool !== 'safety'}>
        <Safety {...props} />
      </div>
    </div>
  )
}

function Notices({ view }: NetProps) {
  return (
    <ul className="net-notices" aria-label={words.notices}>
      {view.notices.map(notice => (
        <li key={`${notice.kind}-${notice.seq}`}>
          {notice.kind === 'abused' ? `${notice.site} ${words.abused}` : `${notice.host} ${words.complaint}${notice.name}`}
        </li>
      ))}
    </ul>
  )
}
