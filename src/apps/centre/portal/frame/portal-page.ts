import type { ComponentType } from 'react'
import type { Role } from '../../../../kernel/actor.ts'
import type { IconName } from '../../../../ui/components/mark/icon-paths.ts'

/** The groups of the side navigation, in their order. */
export const navGroups = ['mine', 'training', 'application', 'exam', 'items', 'marks', 'register', 'bodies', 'watch'] as const
export type NavGroup = (typeof navGroups)[number]

/** One page of the portal. */
export type PortalPage = {
  /** Pattern of the router: `/applications/:applicationId`. */
  readonly path: string
  /** Who may open it. The server decides again for every datum on it. */
  readonly open: 'everyone' | 'signed-in' | readonly Role[]
  readonly zh: string
  readonly en: string
  /** Where it stands in the side navigation; null for pages reached from others. `phone` is its rank in the bottom bar. */
  readonly nav: { readonly group: NavGroup; readonly icon: IconName; readonly phone?: number } | null
  /** Its address is another document of this site (the laboratory): it is loaded anew instead of drawn here. */
  readonly elsewhere?: true
  /** Fetched when the page is first opened: `() => import('…/pages/x.tsx').then(m => m.XPage)`. */
  readonly load: () => Promise<ComponentType>
}
