import type { PortalPage } from './frame/portal-page.ts'

/** Both stand in the document of the laboratory; the door leads there whoever comes to the address inside of the portal. */
const door = {
  elsewhere: true,
  load: () => import('./doors/elsewhere-door.tsx').then(m => m.ElsewhereDoor),
} as const

/** The ways from the portal into the laboratory. */
export const laboratoryPages: readonly PortalPage[] = [
  { path: '/lab', open: ['candidate', 'teacher'], zh: '实验室', en: 'Laboratory', nav: { group: 'training', icon: 'laboratory' }, ...door },
  {
    path: '/lab/board',
    open: ['teacher'],
    zh: '实训看板',
    en: 'Workshop board',
    nav: { group: 'training', icon: 'wall', phone: 2 },
    ...door,
  },
  { path: '/lab/*', open: 'signed-in', zh: '实验室', en: 'Laboratory', nav: null, ...door },
]
