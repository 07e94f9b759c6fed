import { ActionIcon, Stack, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addBaseLayer, type BaseLayer, type BaseMap, removeBaseLayer } from '../../../src/basemap/contract.ts'
import { call, sendFile } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { DropZone } from '../../ui/drop-zone.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ErrorNotice, ErrorState, LoadingState, Notice } from '../../ui/states.tsx'
import { useWhen } from '../../ui/when.ts'
import { useWords } from '../../ui/words.ts'
import { baseMapQuery } from './map-queries.ts'
import { MapView, type Target } from './map-view.tsx'
import { mapWords } from './map-words.ts'
import styles from './panel.module.css'
import { useBaseFeatures } from './use-base-features.ts'

/** What lies under the map, for whoever may change it: how it looks, the layers there are, and a place for one more. */
export function BaseMapScreen() {
  const t = useWords(mapWords)
  const centre = useCentre()
  const base = useQuery(baseMapQuery(centre.slug))
  const features = useBaseFeatures(centre.slug, base.data)
  const [target, setTarget] = useState<Target | null>(null)
  const body = () => {
    if (base.isPending) return <LoadingState />
    if (base.data === undefined) return <ErrorState error={base.error} onRetry={() => void base.refetch()} />
    return (
      <div className={styles.baseBoth}>
        <Section title={t('baseLayers')}>
          <p className="quiet">{t('baseHint')}</p>
          <Layers layers={base.data.layers} onShow={({ bounds }) => setTarget({ bounds })} />
          <Section title={t('addLayer')}>
            <AddLayer onAdded={({ bounds }) => setTarget({ bounds })} />
          </Section>
        </Section>
        <div className={styles.preview}>
          <MapView
            centre={centre.slug}
            base={base.data}
            features={features}
            places={null}
            spots={null}
            target={target}
          />
        </div>
      </div>
    )
  }
  return <Page title={t('baseMap')}>{body()}</Page>
}

function Layers({ layers, onShow }: { layers: BaseMap['layers']; onShow: (layer: BaseLayer) => void }) {
  const t = useWords(mapWords)
  const when = useWhen()
  const centre = useCentre()
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: (id: string) => call(removeBaseLayer, { params: { ...centre.params, id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: baseMapQuery(centre.slug).queryKey, exact: true }),
  })
  if (layers.length === 0) return <p>{t('noLayers')}</p>
  return (
    <div>
      <ul className={styles.layers}>
        {layers.map((layer) => (
          <li key={layer.id}>
            <div>
              <button type="button" className={styles.spotName} onClick={() => onShow(layer)}>
                <span className={styles.spotTopic}>{layer.title}</span>
              </button>
              <p className="quiet small">
                {[
                  t('features', { count: layer.features }),
                  t('kilobytes', { count: Math.ceil(layer.size / 1024) }),
                  layer.attribution,
                  `${layer.addedBy}, ${when.short(layer.addedAt)}`,
                ].join(' · ')}
              </p>
            </div>
            <ActionIcon
              aria-label={t('remove', { title: layer.title })}
              loading={remove.isPending && remove.variables === layer.id}
              onClick={() => remove.mutate(layer.id)}
            >
              <IconTrash size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <ErrorNotice error={remove.error} />
    </div>
  )
}

function AddLayer({ onAdded }: { onAdded: (layer: BaseLayer) => void }) {
  const t = useWords(mapWords)
  const centre = useCentre()
  const queries = useQueryClient()
  const [fields, setFields] = useState({ title: '', municipality: '', attribution: '' })
  const add = useMutation({
    mutationFn: (file: File) => sendFile(addBaseLayer, { params: centre.params, file, fields }),
    onSuccess: async (layer) => {
      await queries.invalidateQueries({ queryKey: baseMapQuery(centre.slug).queryKey, exact: true })
      onAdded(layer)
    },
  })
  const field = (
    key: keyof typeof fields,
    rest: { label: string; description: string; placeholder?: string },
  ) => (
    <TextInput
      {...rest}
      value={fields[key]}
      maxLength={200}
      onChange={(event) => setFields({ ...fields, [key]: event.currentTarget.value })}
    />
  )
  return (
    <Stack gap="sm">
      {field('attribution', {
        label: t('attribution'),
        description: t('attributionHint'),
        placeholder: t('attributionExample'),
      })}
      <div className={styles.two}>
        {field('municipality', { label: t('municipality'), description: t('municipalityHint') })}
        {field('title', { label: t('baseTitle'), description: t('baseTitleHint') })}
      </div>
      <DropZone
        title={t('baseFile')}
        accept=".geojson,.json"
        disabled={add.isPending}
        onFile={(file) => add.mutate(file)}
      />
      {add.isPending ? <p role="status">{t('sending')}</p> : null}
      {add.isSuccess ? <Notice tone="green">{t('added')}</Notice> : null}
      <ErrorNotice error={add.error} />
    </Stack>
  )
}
