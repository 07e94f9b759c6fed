import type { CaseSorting } from '../src/cases/index.ts'

/** A sorter of two topics that is sure of pits and of nothing else. */
export const aSorting: CaseSorting = {
  classifier: () => [
    {
      code: 'roads',
      name: 'Дороги',
      blocks: [],
      groupStems: [],
      topics: [aTopic('pit', 'Ямы'), aTopic('snow', 'Снег')],
    },
    { code: 'housing', name: 'Жильё', blocks: [], groupStems: [], topics: [aTopic('roof', 'Крыши')] },
  ],
  route: (_, { topicGroup }) => ({
    organisation: topicGroup === 'roads' ? 'road-service' : null,
    block: topicGroup,
    rule: topicGroup === null ? null : 0,
    why: 'по теме',
  }),
  sort: (_, text) => {
    const sure = text.includes('яма')
    const topics = sure
      ? [
          {
            group: 'roads',
            groupName: 'Дороги',
            topic: 'pit',
            topicName: 'Ямы',
            score: 9,
            words: ['яма'],
            emergency: false,
          },
        ]
      : []
    return {
      sorter: 'проверка',
      decided: sure,
      topicDecided: sure,
      data: { topics, place: null, routing: null, nature: null },
    }
  },
}

function aTopic(code: string, name: string) {
  return {
    code,
    name,
    kind: 'Решаемый' as const,
    slaDays: 30,
    fastTrack: false,
    emergency: false,
    seasonMonths: [],
    strong: [],
    keywords: [],
  }
}
