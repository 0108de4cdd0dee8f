import type { PageTool } from './view.ts'
import { words } from './words.ts'

/** 校验: what the rules say of the page as it is saved, what is wrong first. */
export function Report({ view, project, page, flush, act, busy }: PageTool) {
  const report = view.reports.find(r => r.project === project.id && r.path === page)
  const validate = async (): Promise<void> => {
    if (await flush()) await act('site.validate', { project: project.id, path: page })
  }
  const faults = report?.findings.filter(f => !f.ok) ?? []
  return (
    <div className="site-tool">
      <div className="lab-buttons">
        <button type="button" className="z-button z-button-primary" disabled={busy || page === null} onClick={() => void validate()}>
          {words.validate}
        </button>
      </div>
      {report === undefined ? (
        <p className="z-note">{page === null ? words.noPage : words.noReport}</p>
      ) : (
        <>
          <p role="status" className={faults.length === 0 ? 'site-good' : 'site-bad'}>
            {faults.length === 0 ? words.allGood : `${faults.length} ${words.faults}`}
          </p>
          <ul className="site-findings">
            {[...faults, ...report.findings.filter(f => f.ok)].map(({ code, ok, zh }) => (
              <li key={code} className={ok ? 'site-ok' : 'site-fault'}>
                <span aria-hidden="true">{ok ? '✓' : '✕'}</span>
                <span>{zh}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
