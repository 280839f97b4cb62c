import { useState, type DragEvent } from 'react';

const KIND = 'application/x-nuantuo-resident';

/** Lets an element be dragged as a resident. */
export function dragResident(residentId: string) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(KIND, residentId);
      event.dataTransfer.effectAllowed = 'move';
    },
  } as const;
}

/** Lets an element take a resident that is dropped on it; `over` while one hovers. Every drop has a way by keyboard beside it. */
export function useResidentDrop(onDrop: (residentId: string) => void) {
  const [over, setOver] = useState(false);
  return {
    'data-over': over,
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(KIND)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const residentId = event.dataTransfer.getData(KIND);
      if (residentId) onDrop(residentId);
    },
  } as const;
}
