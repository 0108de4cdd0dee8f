import type { ComponentType } from 'react'

/** One public page. Views here take hooks from `ui/hooks.ts` and nothing from React or Ant Design. */
export type PublicPage = {
  /** The whole path, or a beginning that ends in `/`: `/certificates/` opens for every certificate below it. */
  readonly path: string
  readonly zh: string
  readonly en: string
  readonly load: () => Promise<ComponentType>
}

/** Every public page besides the home page. */
export const publicPages: readonly PublicPage[] = [
  {
    path: '/certificates',
    zh: '证书查询',
    en: 'Certificate look-up',
    load: () => import('../../../modules/certificate/pages/look-up-page.tsx').then(m => m.LookUpPage),
  },
]

/** The page of an address; undefined when there is none. */
export function pageAt(pages: readonly PublicPage[], path: string): PublicPage | undefined {
  const clean = path.length > 1 ? path.replace(/\/+$/, '') : path
  return pages.find(page => page.path === clean || (page.path.endsWith('/') && `${clean}/`.startsWith(page.path)))
}
