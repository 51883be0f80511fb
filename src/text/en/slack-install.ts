// English texts for whoever installs the app in a workspace of theirs.
import type { Texts } from '../sv.ts';

export const slackInstall: Texts['slackInstall'] = {
  installed: {
    title: (workspace) => `Samverk is installed in ${workspace || 'your workspace'}`,
    text: 'This is how a group gets its reminders in a channel:',
    steps: [
      'Write /invite @Samverk in the channel.',
      'Then write @Samverk koppla and the name of the group, as @Samverk koppla beredningsgruppen.',
    ],
    done: 'You can close this page.',
  },

  'not-listed': {
    title: 'No county lists this workspace',
    text: 'Samverk serves only those workspaces that a county has named. Nothing is saved.',
    todo: "Ask whoever keeps the county's file to add the line below under county, and to import the file. Where the line is there already, add the workspace's id to its list. Then install again.",
  },

  organisation: {
    title: 'Samverk is installed in one workspace at a time',
    text: 'You chose the whole organisation. Nothing is saved. Start over and choose a workspace.',
  },

  expiring: {
    title: 'The app is set to tokens that run out',
    text: 'Samverk does not handle Token Rotation, and Slack lets nobody switch it off. Nothing is saved. Create the app anew from the manifest that npm run manifests writes.',
  },

  denied: {
    title: 'Nothing is installed',
    text: 'The installation was cancelled in Slack. Start over whenever you like.',
  },

  stale: {
    title: 'The installation cannot be finished from here',
    text: 'The link is too old, used already, or opened in another browser than the one you began in. If you have just seen that Samverk is installed, all is done. Otherwise start over.',
  },

  failed: {
    title: 'Slack did not answer as expected',
    text: 'Nothing is installed. Try again in a while. If it happens again, ask whoever runs Samverk to look in the log.',
  },

  'too-often': {
    title: 'That was many attempts',
    text: 'Nothing is saved. Wait ten minutes and start over.',
  },

  trouble: {
    title: 'It did not work just now',
    text: 'Nothing is saved. Try again in a while.',
  },

  revoked: 'The permission that Slack gave has been handed back.',
  notRevoked: 'The permission that Slack gave could not be handed back. Remove Samverk under Manage apps in Slack.',
  restart: 'Start over',
};
