import { affairs, other } from './affairs.ts'
import { housing } from './housing.ts'
import { people } from './people.ts'
import { streets } from './streets.ts'
import type { TopicTexts } from './topic-texts.ts'
import { yards } from './yards.ts'

/** Everything that the demo's residents write about, topic by topic. */
export const allTopics: readonly TopicTexts[] = [
  ...housing,
  ...streets,
  ...yards,
  ...people,
  ...affairs,
  ...other,
]
