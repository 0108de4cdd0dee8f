import type { Edition } from '../../core/edition.ts'
import { levels } from './levels.ts'
import { anshanNotice } from './sources.ts'

/** 2016年鞍山市全国(省)统考申报条件(2005年版的地方变体) */
export const edition: Edition<'ec-2016-local-liaoning'> = {
  id: 'ec-2016-local-liaoning',
  title: { value: '2016年鞍山市全国(省)统考申报条件(2005年版的地方变体)', provenance: anshanNotice },
  source: { value: 'http://www.cuapp.net/dictionary/d1591636.html', provenance: anshanNotice },
  year: { value: 2016, provenance: anshanNotice },
  status: { value: 'localOverlay', provenance: 'reconstructed' },
  inheritsFrom: {
    value: 'ec-2005',
    fields: ['levels[].trainingHours', 'basics', 'functions', 'weights', 'exam'],
    provenance: 'reconstructed',
  },
  levels,
  basics: { ethics: [], knowledgeAreas: [] },
  functions: [],
  weights: {},
}
