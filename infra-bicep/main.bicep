// ArrFunctions on Azure: one function app in a container, on a plan that is always one machine. docs/images.md#azure
targetScope = 'resourceGroup'

@description('Name that all resources are called after: lower-case letters, digits and hyphens.')
@minLength(3)
@maxLength(16)
param name string = 'arrfunctions'

@description('Region of all resources.')
param location string = resourceGroup().location

@description('Image that Dockerfile.functions builds, with its registry and a version or digest: example.azurecr.io/arrfunctions-functions:0.1.0.')
@minLength(3)
param image string

@description('Name of a container registry in this resource group that the app may pull from with its identity; empty: the image is public.')
param registryName string = ''

@description('Size of the plan. All of them run containers and mount Azure Files; B1 has 1.75 GB of memory, which is enough.')
@allowed(['B1', 'B2', 'B3', 'P0v3', 'P1v3', 'P2v3'])
param planSku string = 'B1'

@description('Redundancy of the storage accounts.')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param storageSku string = 'Standard_LRS'

@description('Largest size of the share with the media, in GiB.')
@minValue(100)
@maxValue(102400)
param mediaQuota int = 5120

@description('Days after which a deleted secret and a deleted share are gone for good.')
@minValue(7)
@maxValue(90)
param retentionDays int = 30

@description('Keep logs and metrics in Application Insights. Off: nothing is sent.')
param applicationInsights bool = false

@description('Settings of docs/configuration.md that are no secrets, by their names in the environment: { Audio__DryRun: \'false\' }.')
param settings object = {}

@description('Secrets, by their names in the environment: { SONARR_API_KEY: \'...\', TMDB_API_KEY: \'...\' }. They are kept in the key vault.')
@secure()
param secrets object = {}

var suffix = uniqueString(resourceGroup().id, name)

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: '${name}-${suffix}'
    location: location
  }
}

module state 'modules/state.bicep' = {
  name: 'state'
  params: {
    accountName: 'state${suffix}'
    location: location
    skuName: storageSku
    principalId: identity.outputs.principalId
  }
}

module files 'modules/files.bicep' = {
  name: 'files'
  params: {
    accountName: 'files${suffix}'
    location: location
    skuName: storageSku
    mediaQuota: mediaQuota
    retentionDays: retentionDays
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    vaultName: 'kv-${suffix}'
    location: location
    retentionDays: retentionDays
    principalId: identity.outputs.principalId
    secrets: secrets
    secretNames: objectKeys(secrets)
  }
}

module registry 'modules/registry.bicep' = if (!empty(registryName)) {
  name: 'registry'
  params: {
    registryName: registryName
    principalId: identity.outputs.principalId
  }
}

module insights 'modules/insights.bicep' = if (applicationInsights) {
  name: 'insights'
  params: {
    name: '${name}-${suffix}'
    location: location
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  dependsOn: [
    registry
  ]
  params: {
    appName: '${name}-${suffix}'
    location: location
    planSku: planSku
    image: image
    pullsWithIdentity: !empty(registryName)
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    stateAccountName: state.outputs.accountName
    filesAccountName: files.outputs.accountName
    configShareName: files.outputs.configShareName
    mediaShareName: files.outputs.mediaShareName
    connectionString: applicationInsights ? insights!.outputs.connectionString : ''
    settings: settings
    secretUris: vault.outputs.secretUris
  }
}

@description('Where the app answers; Sonarr, Radarr and Prowlarr post to it.')
output url string = app.outputs.url

@description('Name of the app, for az webapp log tail and az webapp restart.')
output appName string = app.outputs.appName

@description('Account that holds the shares for the media and for the first key.')
output filesAccountName string = files.outputs.accountName

@description('Vault that holds the secrets.')
output vaultName string = vault.outputs.vaultName
