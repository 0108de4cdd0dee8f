import '../../../../ui/older-browsers.ts'
import type { ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter, Route, Routes } from 'react-router'
import { Look } from '../../../../ui/components/look.tsx'
import { markDocument } from '../../../../ui/words.ts'
import { Frame } from '../frame.tsx'
import { ClosedPage, NotFoundPage } from '../frame/plain-pages.tsx'
import type { PortalPage } from '../frame/portal-page.ts'
import { ChartSample } from './chart-sample.tsx'
import { DetailSample } from './detail-sample.tsx'
import { EditorSample } from './editor-sample.tsx'
import { FormSample } from './form-sample.tsx'
import { HomeSample } from './home-sample.tsx'
import { ItemsSample } from './items-sample.tsx'
import { TableSample } from './table-sample.tsx'

const of = (
  path: string,
  words: { readonly zh: string; readonly en: string },
  nav: PortalPage['nav'],
  page: ComponentType,
): PortalPage => ({
  path: `/gallery/${path}`,
  open: 'signed-in',
  ...words,
  nav,
  load: () => Promise.resolve(page),
})
const pages: readonly PortalPage[] = [
  of('home', { zh: '工作台', en: 'Desk' }, { group: 'mine', icon: 'home' }, HomeSample),
  of('table', { zh: '资格审查', en: 'Review' }, { group: 'application', icon: 'application' }, TableSample),
  of('detail', { zh: '申报审核', en: 'One application' }, { group: 'application', icon: 'people' }, DetailSample),
  of('form', { zh: '填写申报', en: 'Apply' }, { group: 'application', icon: 'pen' }, FormSample),
  of('editors', { zh: '题型编辑器', en: 'Item editors' }, { group: 'items', icon: 'pen' }, EditorSample),
  of('items', { zh: '作答方式', en: 'Item types' }, { group: 'items', icon: 'chart' }, ItemsSample),
  of('charts', { zh: '成绩与统计', en: 'Results' }, { group: 'watch', icon: 'chart' }, ChartSample),
]
const closed: PortalPage = {
  path: '/gallery/closed',
  open: ['registrar', 'national-officer'],
  zh: '审核',
  en: 'Review',
  nav: null,
  load: async () => HomeSample,
}
const person = {
  name: '高山流',
  grants: [
    { role: 'registrar', scope: { kind: 'province', province: '65' } },
    { role: 'national-officer', scope: { kind: 'nation' } },
  ],
} as const

/** Every component with realistic content, in the frame of the portal. Not part of the shipped pages. */
function Gallery() {
  return (
    <Frame person={person} pages={pages} demonstrationNow={Date.parse('2026-11-23T00:25:00Z')} onSignOut={() => undefined}>
      <Routes>
        <Route path="/gallery/home" element={<HomeSample />} />
        <Route path="/gallery/table" element={<TableSample />} />
        <Route path="/gallery/detail" element={<DetailSample />} />
        <Route path="/gallery/form" element={<FormSample />} />
        <Route path="/gallery/items" element={<ItemsSample />} />
        <Route path="/gallery/charts" element={<ChartSample />} />
        <Route path="/gallery/editors" element={<EditorSample />} />
        <Route path="/gallery/closed" element={<ClosedPage page={closed} />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Frame>
  )
}

markDocument()
createRoot(document.getElementById('root') as HTMLElement).render(
  <Look>
    <BrowserRouter>
      <Gallery />
    </BrowserRouter>
  </Look>,
)
