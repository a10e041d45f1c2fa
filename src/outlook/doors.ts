/** Every way in, in the order in which the panel lists them. */
import { deploymentConfig } from '../site/deployment-config';
import { DoorProblem, type Door } from './door';
import { chosenFilesDoor } from './chosen-files';
import { draggedMailDoor } from './dragged-mail';
import { messageTraceDoor } from './message-trace-door';
import { openItemDoor } from './open-item';
import { pastedTextDoor } from './pasted-text';
import { recentBouncesDoor } from './recent-bounces-door';
import { typedQuestionDoor } from './typed-question';

/** A door that whoever hosts the pane can switch off: it then says so, and takes nothing. */
function switchable<Some extends Door<never>>(door: Some): Some {
  const isOff = () => deploymentConfig().switchedOff.some((id) => id === door.id);
  return {
    ...door,
    obstacle: () => (isOff() ? 'switched-off' : door.obstacle()),
    open: async (asked: never) => {
      if (isOff()) throw new DoorProblem('switched-off', door.id);
      return door.open(asked);
    },
  };
}

export const doors = {
  openItem: openItemDoor,
  recentBounces: switchable(recentBouncesDoor),
  messageTrace: switchable(messageTraceDoor),
  draggedMail: switchable(draggedMailDoor),
  chosenFiles: switchable(chosenFilesDoor),
  pastedText: switchable(pastedTextDoor),
  typedQuestion: switchable(typedQuestionDoor),
};

export type Doors = typeof doors;
